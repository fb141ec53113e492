import { compareDays } from "@callnext/core";
import { records } from "@callnext/protocol";
import { readLog } from "../../../records/read-log.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { staffPlace, staffShop } from "../../core/find-place.ts";
import { TenantQueue, TenantShop } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { dayComparisonOnWire } from "../../wire/day-comparison-on-wire.ts";

/** Whoever may change a queue's rule may try another one on a past day first. */
const WHO = { kind: "action", action: "change-settings" } as const;

export function queueWhatIf(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/days",
    schema: {
      operationId: "recordedDays",
      summary: "Service days that can be played again, newest first",
      tags: [TAGS.settings],
      params: TenantShop,
      response: answers(200, records.RecordDays, ["shop-not-found"]),
    },
    config: { authorisation: WHO },
    async handler(request) {
      const place = await staffShop(request, context, request.params.shopId);
      return { days: [...(await context.dayStarts.days(place))] };
    },
  });

  app.route({
    method: "POST",
    url: "/tenants/:slug/queues/:queueId/what-if",
    schema: {
      operationId: "queueWhatIf",
      summary: "A past day of a queue under another policy or number of counters",
      tags: [TAGS.settings],
      params: TenantQueue,
      body: records.WhatIfBody,
      response: answers(200, records.WhatIfAnswer, ["queue-not-found", "day-not-kept", "record-too-long"]),
    },
    config: { authorisation: WHO },
    async handler(request) {
      const { queueId } = request.params;
      const { day, policy, counters } = request.body;
      const place = await staffPlace(request, context, "queue", queueId);
      const kept = await context.dayStarts.ofDay(place, day);
      if (kept === undefined) throw new ProblemError("day-not-kept");
      const events = await readLog(context.runtime, place.shopId, kept.start.seq, kept.upTo);
      if (events === undefined) throw new ProblemError("record-too-long");
      const compared = compareDays(kept.start, events, queueId, { policy, counters });
      if (compared === null) throw new ProblemError("day-not-kept");
      return dayComparisonOnWire(day, compared);
    },
  });
}
