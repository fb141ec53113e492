import { arrange } from "../../policy/arrange.ts";
import type { Queue } from "../queue.ts";
import type { Ticket, TicketId } from "../ticket.ts";
import { changeQueue, type Draft, putTicket, queueOf, ticketOf } from "./draft.ts";

const isSameOrExtended = (before: readonly TicketId[], after: readonly TicketId[]): boolean =>
  before.length <= after.length && before.every((id, index) => id === after[index]);

/** Puts these tickets into calling order and notes whether those who already stood there stand differently. */
export const orderLine = (draft: Draft, queue: Queue, ids: readonly TicketId[]): void => {
  const line = arrange(
    ids.map((id) => ticketOf(draft, id)),
    queue.policy,
    queue.turn,
    queue.walkInsAhead,
  );
  changeQueue(draft, queue.id, {
    line,
    lineSeq: isSameOrExtended(queue.line, line) ? queue.lineSeq : draft.seq,
  });
};

/** Moves the places given by hand behind a gap or an insertion. */
const shiftPlaces = (draft: Draft, tickets: readonly Ticket[], from: number, by: 1 | -1): void => {
  for (const ticket of tickets) {
    if (ticket.place !== null && ticket.place >= from)
      putTicket(draft, { ...ticket, place: ticket.place + by });
  }
};

const calledFrom = (draft: Draft, queueId: string): Ticket[] =>
  [...draft.busy.values()]
    .map((id) => ticketOf(draft, id))
    .filter((ticket) => ticket.status === "called" && ticket.queueId === queueId);

/**
 * Takes a ticket out; places given by hand behind it move up by one, those of called tickets
 * included, since a retracted call may bring them back.
 */
export const leaveLine = (draft: Draft, queueId: string, id: TicketId): void => {
  const queue = queueOf(draft, queueId);
  const place = queue.line.indexOf(id) + 1;
  if (place === 0)
    throw new Error(`Ticket ${id} leaves the line of queue ${queueId}, in which it does not stand.`);
  const rest = queue.line.filter((other) => other !== id);
  const others = rest.map((other) => ticketOf(draft, other));
  const away = calledFrom(draft, queueId).filter((ticket) => ticket.id !== id);
  shiftPlaces(draft, [...others, ...away], place + 1, -1);
  orderLine(draft, queue, rest);
};

/**
 * Puts a waiting ticket in: by the policy where it has no place, which moves no placed ticket back;
 * or at its own place again, and then those behind give back the one place they had gained.
 */
export const joinLine = (draft: Draft, id: TicketId): void => {
  const ticket = ticketOf(draft, id);
  const queue = queueOf(draft, ticket.queueId);
  if (ticket.place !== null) {
    const place = Math.min(ticket.place, queue.line.length + 1);
    const others = queue.line.map((other) => ticketOf(draft, other));
    shiftPlaces(draft, others, place, 1);
    putTicket(draft, { ...ticket, place });
  }
  orderLine(draft, queue, [...queue.line, id]);
};

/** Moves a ticket to a place of the present line; every ticket placed by hand keeps the place it then has. */
export const placeInLine = (draft: Draft, id: TicketId, place: number): void => {
  const ticket = ticketOf(draft, id);
  const queue = queueOf(draft, ticket.queueId);
  const line = queue.line.filter((other) => other !== id);
  line.splice(place - 1, 0, id);
  for (const [index, other] of line.entries()) {
    const standing = ticketOf(draft, other);
    const isPlaced = other === id || standing.place !== null;
    if (isPlaced && standing.place !== index + 1) putTicket(draft, { ...standing, place: index + 1 });
  }
  orderLine(draft, queue, line);
};
