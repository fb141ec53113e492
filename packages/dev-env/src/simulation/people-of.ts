import type { AppointmentId, EventBody, TicketId } from "@callnext/core";
import type { BatchPlan, Booker, Person } from "@callnext/server/simulation";
import type { LoggedEvent } from "./history.ts";

export interface PeopleOfEvents {
  readonly people: ReadonlyMap<TicketId, Person>;
  readonly bookers: ReadonlyMap<AppointmentId, Booker>;
}

/** Whose the ticket or the appointment is that this event gave. */
export const whoBy = (
  event: EventBody,
  plan: Pick<BatchPlan, "people" | "bookers">,
): Pick<LoggedEvent, "person" | "booker"> => ({
  person: event.type === "ticket-issued" ? plan.people.get(event.ticketId) : undefined,
  booker: givesSlot(event) ? plan.bookers.get(event.appointmentId) : undefined,
});

/** Everybody that these events brought. */
export const peopleOf = (logged: readonly LoggedEvent[]): PeopleOfEvents => {
  const people = new Map<TicketId, Person>();
  const bookers = new Map<AppointmentId, Booker>();
  for (const { event, person, booker } of logged) {
    if (event.type === "ticket-issued" && person !== undefined) people.set(event.ticketId, person);
    if (givesSlot(event) && booker !== undefined) bookers.set(event.appointmentId, booker);
  }
  return { people, bookers };
};

const givesSlot = (
  event: EventBody,
): event is Extract<EventBody, { readonly type: "slot-held" | "appointment-booked" | "appointment-moved" }> =>
  event.type === "slot-held" || event.type === "appointment-booked" || event.type === "appointment-moved";
