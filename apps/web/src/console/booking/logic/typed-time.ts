import { minutesOf } from "../../../admin/shops/minutes-of-day.ts";
import { instantOf } from "../../calendar/time/zone-time.ts";

/** A time as somebody types it on a date; null while there is none. */
export function typedTime(clock: string, date: string, timeZone: string): number | null {
  return /^\d{2}:\d{2}$/.test(clock) ? instantOf({ date, minutes: minutesOf(clock) }, timeZone) : null;
}
