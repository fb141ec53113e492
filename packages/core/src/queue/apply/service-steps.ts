import { followTicket } from "../../appointments/apply/follow-ticket.ts";
import type { EventOf } from "../event-of.ts";
import { freeCounter, takeCounter } from "./counter.ts";
import { changeTicket, type Draft, ticketOf } from "./draft.ts";
import { noteFinishedService } from "./finished-service.ts";
import { prune } from "./retention.ts";

export const applyServiceStarted = (draft: Draft, event: EventOf<"service-started">): void => {
  changeTicket(draft, event.ticketId, { status: "serving", startedAt: event.at });
};

/** The ticket remembers its counter, so that it can resume there. */
export const applyTicketHeld = (draft: Draft, event: EventOf<"ticket-held">): void => {
  freeCounter(draft, changeTicket(draft, event.ticketId, { status: "on_hold", heldAt: event.at }));
};

export const applyTicketResumed = (draft: Draft, event: EventOf<"ticket-resumed">): void => {
  const { heldAt, heldMs } = ticketOf(draft, event.ticketId);
  const resumed = changeTicket(draft, event.ticketId, {
    status: "serving",
    counterId: event.counterId,
    heldAt: null,
    heldMs: heldMs + (heldAt === null ? 0 : event.at - heldAt),
  });
  takeCounter(draft, resumed, event.counterId);
};

export const applyTicketCompleted = (draft: Draft, event: EventOf<"ticket-completed">): void => {
  const ticket = changeTicket(draft, event.ticketId, {
    status: "completed",
    outcome: "served",
    endedAt: event.at,
  });
  freeCounter(draft, ticket);
  noteFinishedService(draft, ticket);
  followTicket(draft, ticket, null);
  prune(draft, [ticket.id]);
};
