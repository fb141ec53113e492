import type { AppointmentId, Command, TicketId } from "@callnext/core";
import type { Booker, Person, Submission } from "./shop-runtime.ts";

/** Whose what commands made is. */
export interface NotedPeople {
  readonly people: Map<TicketId, Person>;
  readonly bookers: Map<AppointmentId, Booker>;
  /** Tickets whose visitor is the stored booker of this appointment. */
  readonly copied: Map<TicketId, AppointmentId>;
}

/** Notes who was given with a command that was carried out; `stored`: the bookers held before. */
export function notePerson(
  noted: NotedPeople,
  command: Command,
  given: Submission["person"],
  stored: ReadonlyMap<AppointmentId, Booker>,
): void {
  switch (command.type) {
    case "issue-ticket":
      if (given !== undefined) noted.people.set(command.ticketId, onlyPerson(given));
      return;
    case "hold-slot":
    case "book-appointment":
    case "move-appointment":
      if (given === undefined) return;
      noted.bookers.set(command.appointmentId, { ...onlyPerson(given), notes: given.notes ?? null });
      return;
    case "check-in-appointment": {
      const { ticketId, appointmentId } = command;
      const booker = noted.bookers.get(appointmentId) ?? stored.get(appointmentId);
      if (booker === undefined) return;
      noted.people.set(ticketId, onlyPerson(booker));
      if (!noted.bookers.has(appointmentId)) noted.copied.set(ticketId, appointmentId);
      return;
    }
    default:
      return;
  }
}

function onlyPerson({ fullName, phone, email }: Person): Person {
  return { fullName, phone, email };
}
