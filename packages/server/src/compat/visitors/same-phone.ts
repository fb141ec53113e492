import { isOpenTicket, type Ticket } from "@callnext/core";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";

/** However somebody wrote it. */
export function digitsOf(phone: string): string {
  return phone.replace(/\D/g, "");
}

/** The open tickets that were taken with this number, the newest first. */
export function ticketsOfPhone({ state, people }: ShopSnapshot, phone: string): readonly Ticket[] {
  const digits = digitsOf(phone);
  const found: Ticket[] = [];
  for (const [ticketId, person] of people) {
    const ticket = state.tickets.get(ticketId);
    if (ticket === undefined || !isOpenTicket(ticket) || person.phone === null) continue;
    if (digitsOf(person.phone) === digits) found.push(ticket);
  }
  return found.toSorted((a, b) => b.entry - a.entry);
}
