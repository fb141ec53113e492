import { staffView, withoutVisitors } from "@callnext/core";
import { live } from "@callnext/protocol";
import { may } from "../../../people/permissions.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { freshSnapshotOf, staffShop } from "../../core/find-place.ts";
import { accessOf } from "../../core/gate.ts";
import { noteView } from "../../core/note-view.ts";
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
    config: { authorisation: { kind: "action", action: "see-shops" } },
    async handler(request, reply) {
      const place = await staffShop(request, context, request.params.shopId);
      const { shopId } = place;
      await noteView(request, context, accessOf(request).caller, place);
      const snapshot = await freshSnapshotOf(context, shopId);
      const view = staffView(snapshot);
      const namesToo = may(accessOf(request).membership.role, "see-visitors");
      void reply.header("cache-control", "no-store");
      return {
        view: { ...(namesToo ? view : withoutVisitors(view)) },
        seq: snapshot.state.seq,
        epoch: snapshot.epoch,
      };
    },
  });
}
