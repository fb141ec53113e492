import { compat } from "@callnext/protocol";
import type { App } from "../../http/core/app-types.ts";
import type { Context } from "../../http/core/context.ts";
import { TAGS } from "../../http/core/describe-route.ts";
import { freshSnapshotOf, snapshotOf } from "../../http/core/find-place.ts";
import { compatAnswers } from "../compat-answers.ts";
import { NAMINGS } from "../namings.ts";
import { AtShop } from "../params.ts";
import { publicShop } from "../shop-by-ref.ts";
import { shopDetailsOnPage, shopOnPage } from "../wire/shop-on-page.ts";
import { listedShops } from "./listed-shops.ts";

/** The pages find a shop by its short name in the list that they get without asking for a page of it. */
const USUAL_LIMIT = 100;

const LISTS = [
  ["businesses", "pageListing"],
  ["shops", "pageShopListing"],
] as const;

export function visitorShops(app: App, context: Context): void {
  for (const [path, operationId] of LISTS) {
    app.route({
      method: "GET",
      url: `/appointments/${path}`,
      schema: {
        operationId,
        summary: "The shops of this server",
        tags: [TAGS.pages],
        security: [],
        querystring: compat.ListingQuery,
        response: compatAnswers(200, compat.ListingAnswer),
      },
      config: { authorisation: { kind: "public", why: "where one could go, for choosing" } },
      async handler(request) {
        const { search = "", page = 1, limit = USUAL_LIMIT } = request.query;
        const { ids, total } = await listedShops(context.db, search, { page, limit });
        const snapshots = await Promise.all(ids.map((id) => snapshotOf(context, id)));
        const items = snapshots.map((snapshot) => shopOnPage(snapshot, context.now()));
        return { items, total, page, pages: Math.ceil(total / limit) };
      },
    });
  }
  for (const { prefix, shopParam } of NAMINGS) {
    app.route({
      method: "GET",
      url: `/appointments/${shopParam}/:shopId`,
      schema: {
        operationId: `${prefix}VisitorShop`,
        summary: "A shop as a visitor sees it: who works there, what it offers, when it is open",
        tags: [TAGS.pages],
        security: [],
        params: AtShop,
        response: compatAnswers(200, compat.CompatShopDetails),
      },
      config: { authorisation: { kind: "public", why: "what stands on the shop's public pages" } },
      async handler(request) {
        const { shopId } = await publicShop(context, request.params.shopId);
        return shopDetailsOnPage(await freshSnapshotOf(context, shopId), context.now());
      },
    });
  }
}
