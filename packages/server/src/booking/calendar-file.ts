import type { Appointment, Instant } from "@callnext/core";
import ical, { type ICalEventData, ICalCalendarMethod, ICalEventStatus } from "ical-generator";

/** What of an appointment goes into a calendar. */
export interface CalendarEntry {
  readonly appointment: Appointment;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly url: string | null;
}

export interface CalendarTerms {
  readonly name: string;
  /** Of this server: with an appointment's id it names the entry everywhere, so that a newer file replaces it. */
  readonly host: string;
  /** When the file is made. */
  readonly now: Instant;
  /** How often programs that subscribe shall look again, seconds; null: it is a file of its own. */
  readonly everySeconds: number | null;
}

/** An iCalendar file (RFC 5545). Times are in UTC, which every program shows by its own clock. */
export function calendarFile(entries: readonly CalendarEntry[], terms: CalendarTerms): string {
  const { name, host, now, everySeconds } = terms;
  const calendar = ical({
    name,
    prodId: { company: "Callnext", product: "appointments", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: everySeconds,
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry, host, now));
  return calendar.toString();
}

function eventOf(entry: CalendarEntry, host: string, now: Instant): ICalEventData {
  const { id, start, end, bookedAt, updatedAt, status } = entry.appointment;
  return {
    id: `appointment-${id}@${host}`,
    start: new Date(start),
    end: new Date(end),
    stamp: new Date(now),
    created: new Date(bookedAt),
    lastModified: new Date(updatedAt),
    // Grows with every change, as programs want it of an entry that replaces another.
    sequence: Math.floor((updatedAt - bookedAt) / 1000),
    summary: entry.summary,
    location: entry.location,
    description: entry.description,
    url: entry.url,
    status:
      status === "cancelled" || status === "no_show" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}
