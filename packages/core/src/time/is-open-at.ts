import type { Instant } from "../queue/time.ts";
import { addDays } from "./calendar-date.ts";
import { openSpans, type ShopHours } from "./open-spans.ts";
import { wallClock } from "./wall-clock.ts";

/** Whether the shop is open at `now` by its wall clock; a period is [opens, closes). */
export const isOpenAt = (shop: ShopHours, now: Instant): boolean => {
  const clock = wallClock(shop.timeZone);
  const today = clock.dateAt(now);
  // From the day before on: its night may not be over.
  return openSpans(shop, clock, addDays(today, -1), today).some(
    ({ start, end }) => start <= now && now < end,
  );
};
