import { parseShopId } from "../stream/shop-id.ts";
import { UUID } from "../stream/topic-name.ts";

export type Route =
  | { readonly kind: "native" }
  | {
      readonly kind: "queue";
      readonly shopId: number;
      /** Without the trailing slash. */ readonly page: boolean;
    }
  | { readonly kind: "appointments"; readonly shopId: number }
  | { readonly kind: "display"; readonly tenantSlug: string; readonly displayId: string };

/** A path of one of the two documents. */
export type SeedRoute = Exclude<Route, { readonly kind: "native" }>;

const SHOP_PATH = /^\/ws\/(queue|appointments)\/(\d+)(\/?)$/;
const DISPLAY_PATH = /^\/ws\/tenants\/([a-z0-9-]{1,100})\/displays\/([0-9A-Fa-f-]{36})\/?$/;

/** Undefined where no socket is served at this path. */
export const routeOf = (path: string): Route | undefined => {
  if (path === "/ws/v1" || path === "/ws/v1/") return { kind: "native" };
  const [, kind, digits, slash] = SHOP_PATH.exec(path) ?? [];
  const shopId = parseShopId(digits);
  if (shopId !== undefined)
    return kind === "queue" ? { kind, shopId, page: slash === "" } : { kind: "appointments", shopId };
  const [, tenantSlug, displayId] = DISPLAY_PATH.exec(path) ?? [];
  if (tenantSlug === undefined || displayId === undefined) return undefined;
  const id = displayId.toLowerCase();
  return UUID.test(id) ? { kind: "display", tenantSlug, displayId: id } : undefined;
};
