import type { Instant } from "../queue/time.ts";
import { localTime } from "./local-time.ts";

const MINUTE = 60_000;

/** Milliseconds by which the zone's clock is ahead of UTC at `at`, to the minute. */
export const offsetAt = (at: Instant, timeZone: string): number => {
  const local = localTime(at, timeZone);
  return Date.parse(local.date) + local.minutes * MINUTE - Math.floor(at / MINUTE) * MINUTE;
};
