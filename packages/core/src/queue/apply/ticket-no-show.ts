import { followTicket } from "../../appointments/apply/follow-ticket.ts";
import type { EventOf } from "../event-of.ts";
import { freeCounter } from "./counter.ts";
import { changeTicket, type Draft } from "./draft.ts";
import { prune } from "./retention.ts";

export const applyTicketNoShow = (draft: Draft, event: EventOf<"ticket-no-show">): void => {
  const ticket = changeTicket(draft, event.ticketId, {
    status: "no_show",
    outcome: "no_show",
    endedAt: event.at,
  });
  freeCounter(draft, ticket);
  followTicket(draft, ticket, null);
  // One more no-show may push the oldest kept one out.
  const noShows = [...draft.tickets.values()].filter((other) => other.status === "no_show");
  prune(
    draft,
    noShows.map((other) => other.id),
  );
};
