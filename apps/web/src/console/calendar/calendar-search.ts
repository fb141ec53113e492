import { isDate } from "./time/calendar-date.ts";

/** What the address of the calendar says. */
export interface CalendarSearch {
  /** Absent: today. */
  readonly day?: string;
  /** Absent: one day of everybody. */
  readonly week?: true;
  /** In the week: whose; absent: everybody's. */
  readonly person?: string;
}

export function calendarSearch({ day, week, person }: Record<string, unknown>): CalendarSearch {
  return {
    ...(isDate(day) ? { day } : {}),
    ...(week === true ? { week } : {}),
    ...(typeof person === "string" && person !== "" ? { person } : {}),
  };
}
