import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findTicket } from "./find-ticket.ts";

export const completeTicket = (state: ShopState, command: CommandOf<"complete-ticket">): Decision => {
  const ticket = findTicket(state, command.ticketId, "complete", ["serving"]);
  if ("code" in ticket) return refuse(ticket);
  return accept([{ type: "ticket-completed", ticketId: ticket.id }], ticket.id);
};
