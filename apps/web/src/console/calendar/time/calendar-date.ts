import { WEEKDAYS, type Weekday } from "../../../admin/hours/weekdays.ts";

const DAY = 86_400_000;

/** Days are written `YYYY-MM-DD`; nothing here knows of hours or zones. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** From one day to another, in days. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY;
}

export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? "monday";
}

/** The later of two. */
export function latest(one: string, other: string): string {
  return one < other ? other : one;
}

/** The Monday of that day's week. */
export function mondayOf(date: string): string {
  return addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
}

export function isDate(text: unknown): text is string {
  return (
    typeof text === "string" &&
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00Z`)) &&
    addDays(text, 0) === text
  );
}
