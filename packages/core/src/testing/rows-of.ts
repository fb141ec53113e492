import type { StoredShop } from "../queue/rebuild-state.ts";
import type { ShopState } from "../queue/shop.ts";

/** The state as storage would keep it. */
export const rowsOf = (state: ShopState): StoredShop => ({
  shop: state.shop,
  seq: state.seq,
  at: state.at,
  serviceDay: state.serviceDay,
  services: [...state.services.values()],
  queues: [...state.queues.values()],
  counters: [...state.counters.values()],
  displays: [...state.displays.values()],
  tickets: [...state.tickets.values()],
});
