import type { Weekday } from "../queue/shop.ts";
import type { Instant } from "../queue/time.ts";
import { isoDate } from "./local-time.ts";

const DAY = 24 * 60 * 60_000;

const WEEKDAYS: readonly Weekday[] = [
  "sunday",
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
];

/** `YYYY-MM-DD`, so many days later (or earlier). */
export const addDays = (date: string, days: number): string => isoDate(Date.parse(date) + days * DAY);

export const weekdayOf = (date: string): Weekday => WEEKDAYS[new Date(date).getUTCDay()] ?? "sunday";

/** Midnight at Greenwich of the Monday of its week: to count weeks by. */
export const mondayOf = (date: string): Instant => {
  const day = new Date(date);
  return day.getTime() - ((day.getUTCDay() + 6) % 7) * DAY;
};
