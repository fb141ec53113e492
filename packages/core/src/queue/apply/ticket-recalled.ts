import type { EventOf } from "../event-of.ts";
import { changeTicket, type Draft, ticketOf } from "./draft.ts";
import { noteCall } from "./recent-calls.ts";

export const applyTicketRecalled = (draft: Draft, event: EventOf<"ticket-recalled">): void => {
  const { id, queueId, calls } = ticketOf(draft, event.ticketId);
  changeTicket(draft, id, { calledAt: event.at, calls: calls + 1 });
  noteCall(draft, queueId, id);
};
