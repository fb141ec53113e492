import type { Refusal } from "../refusals.ts";
import type { ShopState } from "../shop.ts";
import type { Ticket, TicketId, TicketStatus } from "../ticket.ts";

/** The ticket, if the step called `wanted` exists from its status. */
export const findTicket = (
  state: ShopState,
  ticketId: TicketId,
  wanted: string,
  from: readonly TicketStatus[],
): Ticket | Refusal => {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return { code: "ticket-not-found", ticketId };
  if (!from.includes(ticket.status)) return wrongState(ticket, wanted);
  return ticket;
};

export const wrongState = (ticket: Ticket, wanted: string): Refusal => ({
  code: "wrong-state",
  ticketId: ticket.id,
  status: ticket.status,
  wanted,
});
