import type { StoredShop } from "./rebuild-state.ts";
import type { ShopState } from "./shop.ts";

/** A state as plain rows; `rebuildState` gives it back. */
export const storedShop = (state: ShopState): StoredShop => ({
  shop: state.shop,
  seq: state.seq,
  at: state.at,
  serviceDay: state.serviceDay,
  services: [...state.services.values()],
  queues: [...state.queues.values()],
  counters: [...state.counters.values()],
  displays: [...state.displays.values()],
  providers: [...state.providers.values()],
  appointments: [...state.appointments.values()],
  tickets: [...state.tickets.values()],
});
