import { addDays } from "../../console/calendar/time/calendar-date.ts";

/** The first day from tomorrow on that is not in the list yet: no day may be in it twice. */
export function freeDay(today: string, days: readonly { readonly date: string }[]): string {
  const taken = new Set(days.map(({ date }) => date));
  let date = addDays(today, 1);
  while (taken.has(date)) date = addDays(date, 1);
  return date;
}
