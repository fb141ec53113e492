import type { Service, ShopState } from "@callnext/core";
import type { compat } from "@callnext/protocol";

/** No prices are kept here, and the pages print what they get. */
export const NO_PRICE = 0;

export function servicesOnPage(
  state: ShopState,
  ids: readonly number[] | null = null,
): compat.CompatService[] {
  return [...state.services.values()]
    .filter((service) => !service.archived && (ids === null || ids.includes(service.id)))
    .map((service) => serviceOnPage(service, state.shop.id));
}

function serviceOnPage({ id, name, durationMinutes }: Service, shopId: number): compat.CompatService {
  return { id, name, duration: durationMinutes, price: NO_PRICE, shop_id: shopId, business_id: shopId };
}
