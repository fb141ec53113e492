import { serviceDayOf } from "../time/service-day-of.ts";
import type { Shop, ShopState } from "./shop.ts";
import type { Instant } from "./time.ts";

/** A shop before its first event. */
export const emptyShop = (shop: Shop, at: Instant): ShopState => ({
  shop,
  seq: 0,
  at,
  serviceDay: serviceDayOf(at, shop.timeZone, shop.dayTurnsAtMinutes),
  services: new Map(),
  queues: new Map(),
  counters: new Map(),
  displays: new Map(),
  providers: new Map(),
  appointments: new Map(),
  tickets: new Map(),
  busy: new Map(),
});
