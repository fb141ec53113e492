import { followTicket } from "../../appointments/apply/follow-ticket.ts";
import type { EventOf } from "../event-of.ts";
import { backToLine } from "./back-to-line.ts";
import { changeTicket, type Draft, ticketOf } from "./draft.ts";

/** A booked time that came while the visitor was away has come. */
export const applyTicketReturned = (draft: Draft, event: EventOf<"ticket-returned">): void => {
  const { id, dueAt } = ticketOf(draft, event.ticketId);
  if (dueAt !== undefined && dueAt <= event.at) changeTicket(draft, id, { due: true });
  backToLine(draft, id);
  followTicket(draft, ticketOf(draft, id), null);
};
