import type { ShopState } from "../../queue/shop.ts";
import type { Provider } from "../provider.ts";

export const offersService = (provider: Provider, serviceId: number): boolean =>
  !provider.archived && (provider.serviceIds.length === 0 || provider.serviceIds.includes(serviceId));

/** By rank; those of one rank by id, so that everybody sees one order. */
export const providersOfService = (state: ShopState, serviceId: number): Provider[] =>
  [...state.providers.values()]
    .filter((provider) => offersService(provider, serviceId))
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
