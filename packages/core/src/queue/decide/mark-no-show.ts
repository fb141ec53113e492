import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findTicket } from "./find-ticket.ts";

export const markNoShow = (state: ShopState, command: CommandOf<"mark-no-show">): Decision => {
  const ticket = findTicket(state, command.ticketId, "no-show", ["called"]);
  if ("code" in ticket) return refuse(ticket);
  return accept([{ type: "ticket-no-show", ticketId: ticket.id }], ticket.id);
};
