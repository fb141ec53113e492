import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findTicket } from "./find-ticket.ts";

/** Notes whom the visitor wants. The order stays as it is, and anybody may still call the ticket. */
export const assignTicket = (
  state: ShopState,
  { ticketId, staffId }: CommandOf<"assign-ticket">,
): Decision => {
  const ticket = findTicket(state, ticketId, "assign", ["waiting", "called", "serving", "on_hold"]);
  if ("code" in ticket) return refuse(ticket);
  return accept([{ type: "ticket-assigned", ticketId, staffId }], ticketId);
};
