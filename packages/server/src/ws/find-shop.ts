import { displayAccess } from "@callnext/core";
import type { ShopFeedLease, ShopFeeds } from "../stream/shop-feed.ts";
import type { SeedRoute } from "./routes.ts";
import type { SocketDependencies } from "./socket-dependencies.ts";

export type FoundShop =
  | { readonly ok: true; readonly shop: ShopFeedLease }
  | { readonly ok: false; readonly code: string; readonly reason: string };

const REASON = {
  "display-unknown": "display unknown",
  "display-inactive": "display inactive",
  "display-without-queues": "display has no queues",
} as const;

const UNKNOWN_DISPLAY = { ok: false, code: "display-unknown", reason: REASON["display-unknown"] } as const;

/** The shop behind a path, or why there is none; a display of another tenant is as unknown as one that never was. */
export const findShop = async (
  route: SeedRoute,
  feeds: ShopFeeds,
  asked: Pick<SocketDependencies, "runtime" | "shopOfDisplay">,
): Promise<FoundShop> => {
  const shopId = route.kind === "display" ? await asked.shopOfDisplay(route.displayId) : route.shopId;
  const shop = shopId === undefined ? undefined : await feeds.open(shopId);
  if (shopId === undefined || shop === undefined)
    return route.kind === "display"
      ? UNKNOWN_DISPLAY
      : { ok: false, code: "shop-unknown", reason: "shop unknown" };
  if (route.kind !== "display") return { ok: true, shop };
  const refuse = (found: FoundShop): FoundShop => {
    shop[Symbol.dispose]();
    return found;
  };
  if (shop.feed.current.tenant.slug !== route.tenantSlug) return refuse(UNKNOWN_DISPLAY);
  let access = displayAccess(shop.feed.current.state, route.displayId);
  if (access !== "open") {
    // Perhaps another node has just made it or switched it on.
    const fresh = await asked.runtime.freshSnapshot(shopId);
    if (fresh !== undefined) access = displayAccess(fresh.state, route.displayId);
  }
  return access === "open" ? { ok: true, shop } : refuse({ ok: false, code: access, reason: REASON[access] });
};
