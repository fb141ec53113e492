import { compat } from "@callnext/protocol";
import { z } from "zod";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf } from "../../http/core/find-place.ts";
import { compatAnswers } from "../compat-answers.ts";
import { memberShops } from "../member-shops.ts";
import { NAMINGS } from "../namings.ts";
import { AtShop } from "../params.ts";
import { forStaffOfShop, placeOf } from "../staff-at-shop.ts";
import { shopDetailsOnPage, shopOnPage } from "../wire/shop-on-page.ts";

export function ownerShops(app: App, context: Context): void {
  for (const { prefix, shops } of NAMINGS) {
    app.route({
      method: "GET",
      url: shops,
      schema: {
        operationId: `${prefix}Shops`,
        summary: "The shops that somebody works for",
        tags: [TAGS.pages],
        response: compatAnswers(200, z.array(compat.CompatShop)),
      },
      config: { authorisation: { kind: "inside", by: "the memberships of whoever asks" } },
      async handler(request, reply) {
        const snapshots = await memberShops(request, context);
        void reply.header("cache-control", "no-store");
        return snapshots.map((snapshot) => shopOnPage(snapshot, context.now()));
      },
    });
    app.route({
      method: "GET",
      url: `${shops}/:shopId`,
      schema: {
        operationId: `${prefix}Shop`,
        summary: "One of them, with its people and services",
        tags: [TAGS.pages],
        params: AtShop,
        response: compatAnswers(200, compat.CompatShopDetails),
      },
      ...forStaffOfShop(context, "see-shops"),
      async handler(request, reply) {
        const { shopId } = placeOf(request);
        void reply.header("cache-control", "no-store");
        return shopDetailsOnPage(await freshSnapshotOf(context, shopId), context.now());
      },
    });
  }
}
