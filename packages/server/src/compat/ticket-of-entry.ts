import type { ShopState, Ticket } from "@callnext/core";
import { DetailError } from "./detail-error.ts";

/** The ticket that the pages call by this integer, among those that the shop has at hand. */
export function ticketOfEntry({ tickets }: ShopState, entry: number): Ticket {
  for (const ticket of tickets.values()) if (ticket.entry === entry) return ticket;
  throw new DetailError(404, "ticket-not-found", "Queue entry not found");
}
