import type { Appointment } from "../appointments/appointment.ts";
import { isLiveAppointment } from "../appointments/appointment-status.ts";
import { timeEvents } from "../appointments/time-events.ts";
import { type Queue, USUAL_WALK_INS_AHEAD } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import { isOpenTicket } from "../queue/ticket-status.ts";
import type { Ticket } from "../queue/ticket.ts";
import type { Taken } from "./run-commands.ts";

const laneFaults = (live: readonly Appointment[]): string[] =>
  live.flatMap((one, index) =>
    live
      .slice(index + 1)
      .filter(
        (other) =>
          other.providerId === one.providerId &&
          other.lane === one.lane &&
          other.busyFrom < one.busyUntil &&
          one.busyFrom < other.busyUntil,
      )
      .map((other) => `A2: ${one.id} and ${other.id} are booked into one lane at one time`),
  );

/** What an appointment may say in its status. */
const statusFaults = (state: ShopState, one: Appointment): string[] => {
  const faults: string[] = [];
  const ticket = one.ticketId === null ? undefined : state.tickets.get(one.ticketId);
  if ((one.status === "held") !== (one.heldUntil !== null))
    faults.push(`A3: ${one.id} is ${one.status}, held until ${one.heldUntil}`);
  if ((one.status === "cancelled") !== (one.cancelledBy !== null))
    faults.push(`A1: ${one.id} is ${one.status}, cancelled by ${one.cancelledBy}`);
  if ((one.status === "held" || one.status === "scheduled") && one.ticketId !== null)
    faults.push(`A1: ${one.id} is ${one.status} and has a ticket`);
  if (one.status === "checked_in" && (ticket === undefined || !isOpenTicket(ticket)))
    faults.push(`A10: ${one.id} is checked in, but its ticket is not open`);
  if (ticket !== undefined && !isOpenTicket(ticket) && ticket.status !== one.status)
    faults.push(`A10: ${one.id} is ${one.status}, its ticket ${ticket.status}`);
  return faults;
};

const ticketFaults = (state: ShopState, ticket: Ticket): string[] => {
  const { id, dueAt, due, appointmentId } = ticket;
  if (dueAt === undefined || appointmentId === undefined) return [];
  const faults: string[] = [];
  if (ticket.joinedAt < dueAt) faults.push(`A8: ${id} has seniority from before its booked time`);
  if (due === true && state.at < dueAt) faults.push(`A9: ${id} is due before its time`);
  const isFollowed = state.appointments.get(appointmentId)?.ticketId === id;
  if (isFollowed && isOpenTicket(ticket) && due !== true && dueAt <= state.at)
    faults.push(`A9: the time of ${id} has come, and nobody was told`);
  return faults;
};

/** Hands and their places aside: who is due has no more walk-ins before it than may be, and stands by its booked time. */
const lineFaults = (state: ShopState, queue: Queue): string[] => {
  const { walkInsAhead = USUAL_WALK_INS_AHEAD } = queue;
  if (walkInsAhead === null) return [];
  const line = queue.line
    .flatMap((id) => state.tickets.get(id) ?? [])
    .filter((ticket) => ticket.place === null);
  const faults: string[] = [];
  let walkIns = 0;
  let dueBefore = -Infinity;
  for (const { id, due, dueAt = 0, walkInsPassed = 0 } of line) {
    if (due !== true) walkIns += 1;
    else if (walkIns > Math.max(0, walkInsAhead - walkInsPassed))
      faults.push(`O10: ${id} is due, and ${walkIns} stand before it`);
    else if (dueAt < dueBefore) faults.push(`O10: ${id} stands behind somebody booked later`);
    if (due === true) dueBefore = dueAt;
  }
  return faults;
};

/** What is wrong with the appointments of a state, each with the id of the broken rule. */
export const brokenAppointmentRules = (state: ShopState): string[] => {
  const appointments = [...state.appointments.values()];
  return [
    ...laneFaults(appointments.filter(isLiveAppointment)),
    ...appointments.flatMap((one) => statusFaults(state, one)),
    ...[...state.tickets.values()].flatMap((ticket) => ticketFaults(state, ticket)),
    ...[...state.queues.values()].flatMap((queue) => lineFaults(state, queue)),
  ];
};

/** What is wrong with one step, as far as appointments go. */
export const brokenAppointmentSteps = ({ step, events, before, after, decision }: Taken): string[] => {
  const faults: string[] = [];
  // A shop whose rules were changed has just made others late.
  const isNewRule = events.some(({ type }) => type === "shop-configured");
  if (decision.ok && events.length > 0 && !isNewRule && timeEvents(after, after.at).length > 0)
    faults.push("A9: an accepted command left something untold that time had brought");
  if (step.command.type !== "call-next") return faults;
  const queue = before.queues.get(step.command.queueId);
  for (const event of events) {
    if (event.type !== "ticket-called" || queue === undefined) continue;
    const { walkInsAhead = USUAL_WALK_INS_AHEAD } = queue;
    const called = before.tickets.get(event.ticketId);
    if (walkInsAhead === null || called?.due === true || called?.place !== null) continue;
    for (const id of queue.line) {
      const due = before.tickets.get(id);
      if (due?.due === true && due.place === null && (due.walkInsPassed ?? 0) >= walkInsAhead)
        faults.push(`O10: ${called.id} is called before ${id}, which is due and was passed often enough`);
    }
  }
  return faults;
};
