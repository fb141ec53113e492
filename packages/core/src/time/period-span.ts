import type { OpenPeriod } from "../queue/shop.ts";
import type { Span } from "./span.ts";
import type { WallClock } from "./wall-clock.ts";

const DAY_MINUTES = 24 * 60;

/** Minutes after midnight of `HH:MM`. */
export const minutesOf = (clock: string): number => {
  const [hours = "0", minutes = "0"] = clock.split(":");
  return Number(hours) * 60 + Number(minutes);
};

/**
 * The period that begins on `date`. One that closes at or before its opening hour ends the next morning; `00:00` to
 * `00:00` is the whole day. Empty where the clocks jump over all of it.
 */
export const periodSpan = (clock: WallClock, date: string, period: OpenPeriod): Span => {
  const opens = minutesOf(period.opens);
  const closes = minutesOf(period.closes);
  return {
    start: clock.instantOf(date, opens),
    end: clock.instantOf(date, closes > opens ? closes : closes + DAY_MINUTES),
  };
};
