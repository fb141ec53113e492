import type { EventOf } from "../event-of.ts";
import { freeCounter } from "./counter.ts";
import { changeTicket, type Draft, ticketOf } from "./draft.ts";
import { leaveLine } from "./line.ts";
import { prune } from "./retention.ts";

export const applyTicketCancelled = (draft: Draft, event: EventOf<"ticket-cancelled">): void => {
  const ticket = ticketOf(draft, event.ticketId);
  if (ticket.status === "waiting") leaveLine(draft, ticket.queueId, ticket.id);
  freeCounter(draft, ticket);
  changeTicket(draft, ticket.id, { status: "cancelled", outcome: event.outcome, endedAt: event.at });
  prune(draft, [ticket.id]);
};
