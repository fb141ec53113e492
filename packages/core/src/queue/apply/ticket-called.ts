import { moveTurn } from "../../policy/turn.ts";
import type { EventOf } from "../event-of.ts";
import type { Queue } from "../queue.ts";
import type { Ticket } from "../ticket.ts";
import { takeCounter } from "./counter.ts";
import { changeQueue, changeTicket, type Draft, queueOf, ticketOf } from "./draft.ts";
import { leaveLine } from "./line.ts";
import { notePassed } from "./passed-due.ts";
import { noteCall } from "./recent-calls.ts";

/**
 * Who is called from before somebody placed by hand takes that place along: hands put the other one
 * behind it, and a retracted call must not turn the two around.
 */
const placeTaken = (draft: Draft, queue: Queue, ticket: Ticket): number | null => {
  if (ticket.place !== null) return ticket.place;
  const index = queue.line.indexOf(ticket.id);
  const isBeforePlaced = queue.line.slice(index + 1).some((id) => ticketOf(draft, id).place !== null);
  return isBeforePlaced ? index + 1 : null;
};

export const applyTicketCalled = (draft: Draft, event: EventOf<"ticket-called">): void => {
  const ticket = ticketOf(draft, event.ticketId);
  const queue = queueOf(draft, ticket.queueId);
  const called = changeTicket(draft, ticket.id, {
    status: "called",
    calledAt: event.at,
    calls: ticket.calls + 1,
    counterId: event.counterId,
    agentId: event.agentId,
    place: placeTaken(draft, queue, ticket),
  });
  takeCounter(draft, called, event.counterId);
  notePassed(draft, queue, called);
  changeQueue(draft, queue.id, { turn: moveTurn(queue.policy, queue.turn, 1) });
  leaveLine(draft, queue.id, ticket.id);
  noteCall(draft, queue.id, ticket.id);
};
