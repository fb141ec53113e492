import type { OpenPeriod, Shop } from "../queue/shop.ts";
import { addDays, weekdayOf } from "./calendar-date.ts";
import { periodSpan } from "./period-span.ts";
import { joinSpans, type Span } from "./span.ts";
import type { WallClock } from "./wall-clock.ts";

/** What says when a shop is open. */
export type ShopHours = Pick<Shop, "openingHours" | "specialDays" | "timeZone">;

/** The periods that begin on a date: those of its weekday, or of the special day that it is. */
const periodsOn = (shop: ShopHours, date: string): readonly OpenPeriod[] =>
  shop.specialDays?.find((day) => day.date === date)?.periods ?? shop.openingHours[weekdayOf(date)];

/**
 * When the shop is open, of the periods that begin on these dates. A night belongs to the date on which it begins:
 * a holiday does not cut short the night before.
 */
export const openSpans = (shop: ShopHours, clock: WallClock, first: string, last: string): Span[] => {
  const spans: Span[] = [];
  for (let date = first; date <= last; date = addDays(date, 1))
    for (const period of periodsOn(shop, date)) spans.push(periodSpan(clock, date, period));
  return joinSpans(spans);
};
