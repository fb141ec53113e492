import { followTicket } from "../../appointments/apply/follow-ticket.ts";
import type { EventOf } from "../event-of.ts";
import { freeCounter } from "./counter.ts";
import { changeTicket, type Draft, ticketOf } from "./draft.ts";
import { leaveLine } from "./line.ts";
import { prune } from "./retention.ts";

export const applyTicketCancelled = (draft: Draft, event: EventOf<"ticket-cancelled">): void => {
  const ticket = ticketOf(draft, event.ticketId);
  if (ticket.status === "waiting") leaveLine(draft, ticket.queueId, ticket.id);
  freeCounter(draft, ticket);
  const ended = { status: "cancelled", outcome: event.outcome, endedAt: event.at } as const;
  followTicket(draft, changeTicket(draft, ticket.id, ended), event.by.kind);
  prune(draft, [ticket.id]);
};
