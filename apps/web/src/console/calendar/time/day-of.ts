import { addDays, daysBetween } from "./calendar-date.ts";
import { wallTime } from "./zone-time.ts";

/** What the calendar must know of a shop's clock. */
export interface ShopClock {
  readonly time_zone: string;
  /** When its day turns over, minutes after midnight: what comes before belongs to the evening before. */
  readonly day_turns_at_minutes: number;
}

/** The day in whose column it stands: a barber open until 02:00 has the whole night in one. */
export function dayOf(at: number, { time_zone, day_turns_at_minutes }: ShopClock): string {
  const { date, minutes } = wallTime(at, time_zone);
  return minutes < day_turns_at_minutes ? addDays(date, -1) : date;
}

/** Minutes by the wall since that day's midnight; beyond 1440 after the next one. */
export function minutesInto(date: string, at: number, timeZone: string): number {
  const wall = wallTime(at, timeZone);
  return daysBetween(date, wall.date) * 1440 + wall.minutes;
}
