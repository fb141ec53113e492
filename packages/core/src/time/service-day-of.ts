import type { Instant, ServiceDay } from "../queue/time.ts";
import { isoDate, localTime } from "./local-time.ts";
import { offsetAt } from "./offset-at.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * The service day to which a moment belongs: the local date, once the shop's turning hour has come.
 * Where clocks go back over the turning hour, the first time counts: the day does not turn back.
 * Where clocks jump over it, the day turns at the jump.
 */
export const serviceDayOf = (now: Instant, timeZone: string, dayTurnsAtMinutes: number): ServiceDay => {
  const local = localTime(now, timeZone);
  if (local.minutes >= dayTurnsAtMinutes) return local.date;
  const midnight = Date.parse(local.date);
  // The offset of the day before is the one in force at the first of two equal wall times, if there are two.
  const firstTurn = midnight + dayTurnsAtMinutes * MINUTE - offsetAt(now - DAY, timeZone);
  const hasTurned = now >= firstTurn && localTime(firstTurn, timeZone).minutes === dayTurnsAtMinutes;
  return hasTurned ? local.date : isoDate(midnight - DAY);
};
