import type { Queue } from "../queue.ts";
import type { Ticket, TicketId } from "../ticket.ts";
import { type Draft, putTicket, ticketOf } from "./draft.ts";

const count = (draft: Draft, id: TicketId, by: 1 | -1): void => {
  const ticket = draft.tickets.get(id);
  if (ticket !== undefined) putTicket(draft, { ...ticket, walkInsPassed: (ticket.walkInsPassed ?? 0) + by });
};

/** Every appointment that is due and waits in the line is passed by whoever is called before it. */
export const notePassed = (draft: Draft, queue: Queue, called: Ticket): void => {
  const { passed: _, ...ticket } = called;
  const isDue = (id: TicketId): boolean => id !== called.id && ticketOf(draft, id).due === true;
  const passed = called.due === true ? [] : queue.line.filter(isDue);
  for (const id of passed) count(draft, id, 1);
  if (passed.length > 0) putTicket(draft, { ...ticket, passed });
  else if (called.passed !== undefined) putTicket(draft, ticket);
};

/** A call that is taken back passed nobody. */
export const forgetPassed = (draft: Draft, called: Ticket): void => {
  const { passed = [], ...ticket } = called;
  if (passed.length === 0) return;
  for (const id of passed) count(draft, id, -1);
  putTicket(draft, ticket);
};
