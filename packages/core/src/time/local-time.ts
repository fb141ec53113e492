import type { Instant } from "../queue/time.ts";

/** A moment as the clock on the shop's wall shows it. `date` is `YYYY-MM-DD`, `weekday` 0 (Sunday) to 6. */
export interface LocalTime {
  readonly date: string;
  readonly weekday: number;
  /** Minutes after local midnight. */
  readonly minutes: number;
}

/** Building a formatter costs a hundred times more than using one. There are some 600 zones, so the cache is bounded. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "iso8601",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
};

/** Throws RangeError on an unknown zone. */
export const localTime = (now: Instant, timeZone: string): LocalTime => {
  const field: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of formatterOf(timeZone).formatToParts(now)) field[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = field;
  const midnight = Date.UTC(year, month - 1, day);
  return { date: isoDate(midnight), weekday: new Date(midnight).getUTCDay(), minutes: hour * 60 + minute };
};

/** The calendar date of a UTC midnight. */
export const isoDate = (utcMidnight: Instant): string => new Date(utcMidnight).toISOString().slice(0, 10);
