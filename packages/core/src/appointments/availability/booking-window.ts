import type { Shop } from "../../queue/shop.ts";
import type { Instant } from "../../queue/time.ts";
import { addDays } from "../../time/calendar-date.ts";
import type { WallClock } from "../../time/wall-clock.ts";
import { USUAL_BOOKING_RULES } from "../booking-rules.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Staff may write down a visit that has begun, but not one of the day before yesterday. */
const STAFF_PAST_DAYS = 2;
const STAFF_HORIZON_DAYS = 731;

/** Visits may be booked that begin from `earliest` on, and before `latest`. */
export interface BookingWindow {
  readonly earliest: Instant;
  readonly latest: Instant;
}

/** Visitors book up to the end of the last day within the horizon. */
export const bookingWindow = (
  shop: Shop,
  clock: WallClock,
  now: Instant,
  byStaff: boolean,
): BookingWindow => {
  if (byStaff) return { earliest: now - STAFF_PAST_DAYS * DAY, latest: now + STAFF_HORIZON_DAYS * DAY };
  const { leadMinutes, horizonDays } = shop.booking ?? USUAL_BOOKING_RULES;
  return {
    earliest: now + leadMinutes * MINUTE,
    latest: clock.instantOf(addDays(clock.dateAt(now), horizonDays + 1), 0),
  };
};
