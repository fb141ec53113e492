import type { EventOf } from "../event-of.ts";
import { freeCounter } from "./counter.ts";
import { changeTicket, type Draft, ticketOf } from "./draft.ts";
import { noteFinishedService } from "./finished-service.ts";
import { joinLine, leaveLine } from "./line.ts";
import { forgetCall } from "./recent-calls.ts";

export const applyTicketTransferred = (draft: Draft, event: EventOf<"ticket-transferred">): void => {
  const ticket = ticketOf(draft, event.ticketId);
  if (ticket.status === "waiting") leaveLine(draft, ticket.queueId, ticket.id);
  // Being sent on from a counter is how the service of a first desk ends; without it such a queue would have no times.
  if (ticket.status === "serving") noteFinishedService(draft, ticket);
  freeCounter(draft, ticket);
  forgetCall(draft, ticket.queueId, ticket.id);
  changeTicket(draft, ticket.id, {
    queueId: event.queueId,
    status: "waiting",
    calledAt: null,
    startedAt: null,
    heldAt: null,
    heldMs: 0,
    counterId: null,
    agentId: null,
    place: null,
  });
  joinLine(draft, ticket.id);
};
