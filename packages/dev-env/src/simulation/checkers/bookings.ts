import type { ShopEvent } from "@callnext/core";
import type { History } from "../history.ts";
import { AppointmentBook, type NotedAppointment, shareTime } from "./appointment-book.ts";
import type { Violation } from "./violation.ts";

const overlaps = (book: AppointmentBook, id: number): readonly NotedAppointment[] => {
  const own = book.live.find((noted) => noted.id === id);
  if (own === undefined) return [];
  return book.live.filter((other) => other !== own && shareTime(other, own));
};

/** What the shop should have told by the time of an event, and did not tell before it. */
const untold = (book: AppointmentBook, { at }: ShopEvent): readonly string[] =>
  book.live.flatMap(({ id, state, heldUntil, start, isTold }) => {
    if (state === "held" && heldUntil <= at) return [`the hold ${id}, which had run out`];
    return state === "checked-in" && start <= at && !isTold ? [`the appointment ${id}, which was due`] : [];
  });

const TOLD_FIRST = ["service-day-started", "slot-released", "appointment-missed", "appointment-due"];

const faultsIn = (events: readonly ShopEvent[]): readonly string[] => {
  const book = new AppointmentBook();
  const faults: string[] = [];
  for (const event of events) {
    if (!TOLD_FIRST.includes(event.type))
      for (const what of untold(book, event))
        faults.push(`${event.type} at ${event.seq} comes before ${what}`);
    book.take(event);
    if (!("appointmentId" in event)) continue;
    for (const { id } of overlaps(book, event.appointmentId))
      faults.push(`${event.appointmentId} has the time of ${id} at ${event.seq}`);
  }
  return faults;
};

/** P5: no lane has two visitors at one time, and nothing happens before what time has brought until then. */
export const checkBookings = ({ eras }: History): readonly Violation[] =>
  eras.flatMap(({ log }) => faultsIn(log.map(({ event }) => event))).map((text) => ({ promise: "P5", text }));
