import type { ShopPlace } from "./shop-place.ts";
import type { ShopSnapshot } from "./shop-runtime.ts";

export function shopOf({ tenant, state }: ShopSnapshot): ShopPlace {
  return { tenantId: tenant.id, shopId: state.shop.id };
}
