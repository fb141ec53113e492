import { compat } from "@callnext/protocol";
import { z } from "zod";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { accessOf } from "../../http/core/gate.ts";
import { noteView } from "../../http/core/note-view.ts";
import { commandSteps } from "../command-steps.ts";
import { compatAnswers } from "../compat-answers.ts";
import { DetailError } from "../detail-error.ts";
import { type Naming, NAMINGS } from "../namings.ts";
import { AtShop } from "../params.ts";
import { forStaffOfShop, placeOf } from "../staff-at-shop.ts";
import { itemsForStaff } from "../wire/items-on-page.ts";
import { newOrder } from "./new-order.ts";

export function ownerQueue(app: App, context: Context): void {
  for (const naming of NAMINGS) {
    list(app, context, naming);
    reorder(app, context, naming, "/queue", "Order");
    reorder(app, context, naming, "/queue/reorder", "Reorder");
  }
}

function list(app: App, context: Context, { prefix, shops }: Naming): void {
  app.route({
    method: "GET",
    url: `${shops}/:shopId/queue`,
    schema: {
      operationId: `${prefix}Queue`,
      summary: "Every open ticket, by queue and in calling order",
      tags: [TAGS.pages],
      params: AtShop,
      response: compatAnswers(200, z.array(compat.CompatItem)),
    },
    ...forStaffOfShop(context, "see-visitors"),
    async handler(request, reply) {
      const place = placeOf(request);
      await noteView(request, context, accessOf(request).caller, place);
      void reply.header("cache-control", "no-store");
      return itemsForStaff(await freshSnapshotOf(context, place.shopId));
    },
  });
}

function reorder(app: App, context: Context, naming: Naming, path: string, name: string): void {
  app.route({
    method: "PUT",
    url: `${naming.shops}/:shopId${path}`,
    schema: {
      operationId: `${naming.prefix}${name}`,
      summary: "Put waiting visitors at other places",
      description: `\`new_position\` counts those of the item's queue who ${
        naming.counts === "waiting" ? "wait" : "are in the shop, the called ones first"
      }.`,
      tags: [TAGS.pages],
      params: AtShop,
      body: compat.ReorderBody,
      response: compatAnswers(200, z.array(compat.CompatItem)),
    },
    ...forStaffOfShop(context, "serve-visitors"),
    async handler(request, reply) {
      const { shopId } = placeOf(request);
      const { state } = await freshSnapshotOf(context, shopId);
      const moves = newOrder(state, request.body.reordered_entries, naming.counts);
      if (moves === "not-waiting")
        throw new DetailError(409, "wrong-state", "Only visitors who are still waiting can be moved");
      const done = await commandSteps(request, context, shopId, moves);
      void reply.header("cache-control", "no-store");
      return itemsForStaff(done?.snapshot ?? (await freshSnapshotOf(context, shopId)));
    },
  });
}
