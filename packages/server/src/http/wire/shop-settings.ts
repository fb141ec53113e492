import { staffView } from "@callnext/core";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { bookingRulesOnWire } from "./booking-rules-on-wire.ts";

/** As staff see it live, with what only settings show. */
export function shopSettings(snapshot: ShopSnapshot) {
  const { self } = staffView(snapshot).shop;
  const specialDays = self.special_days.map((day) => ({ ...day, periods: [...day.periods] }));
  return { ...self, special_days: specialDays, booking: bookingRulesOnWire(snapshot.state.shop.booking) };
}
