import type { EventOf } from "../event-of.ts";
import { type Draft, putTicket, ticketOf } from "./draft.ts";

export const applyTicketAssigned = (draft: Draft, event: EventOf<"ticket-assigned">): void => {
  const { wantedStaffId: _, ...ticket } = ticketOf(draft, event.ticketId);
  const wanted = event.staffId === null ? {} : { wantedStaffId: event.staffId };
  putTicket(draft, { ...ticket, ...wanted, updatedAt: event.at });
};
