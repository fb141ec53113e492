import { records } from "@callnext/protocol";
import { type ForecastScore, forecastRecord } from "../../../waits/forecast-record.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { snapshotOf, staffShop } from "../../core/find-place.ts";
import { TenantShop } from "../../core/params.ts";

/** Four times out of five. */
const PROMISED = 0.8;

export function forecastRecordRoute(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/forecast-record",
    schema: {
      operationId: "forecastRecord",
      summary: "How often the waits that were forecast came true, over the last days",
      tags: [TAGS.settings],
      params: TenantShop,
      querystring: records.ForecastRecordQuery,
      response: answers(200, records.ForecastRecordAnswer, ["shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-settings" } },
    async handler(request) {
      const place = await staffShop(request, context, request.params.shopId);
      const { shop, days, queues, alarm } = await forecastRecord(context.db, place, request.query.days);
      const { state } = await snapshotOf(context, place.shopId);
      return {
        promised: PROMISED,
        shop: onWire(shop),
        days: days.map((day) => ({ day: day.day, ...onWire(day) })),
        queues: [...queues].map(([id, score]) => ({
          queue_id: id,
          queue_name: state.queues.get(id)?.name ?? "",
          ...onWire(score),
        })),
        alarm,
      };
    },
  });
}

function onWire({ given, settled, inside, typicalError, bias }: ForecastScore): records.ForecastScore {
  return { given, settled, inside, typical_error: typicalError, bias };
}
