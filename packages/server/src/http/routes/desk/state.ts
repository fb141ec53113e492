import { staffView } from "@callnext/core";
import { live } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { freshSnapshotOf, staffShop } from "../../core/find-place.ts";
import { gate } from "../../core/gate.ts";
import { TenantShop } from "../../core/params.ts";

export function state(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/shops/:shopId/state",
    schema: {
      operationId: "shopState",
      summary: "Everything live in a shop, never older than when asked",
      tags: [TAGS.live],
      params: TenantShop,
      response: answers(200, live.StateAnswer, ["shop-not-found"]),
    },
    onRequest: gate(context, "see-shops"),
    async handler(request, reply) {
      const { shopId } = await staffShop(request, context, request.params.shopId);
      const snapshot = await freshSnapshotOf(context, shopId);
      void reply.header("cache-control", "no-store");
      return { view: { ...staffView(snapshot) }, seq: snapshot.state.seq, epoch: snapshot.epoch };
    },
  });
}
