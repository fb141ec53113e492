import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findTicket } from "./find-ticket.ts";

export const recallTicket = (state: ShopState, command: CommandOf<"recall-ticket">): Decision => {
  const ticket = findTicket(state, command.ticketId, "recall", ["called"]);
  if ("code" in ticket) return refuse(ticket);
  return accept([{ type: "ticket-recalled", ticketId: ticket.id }], ticket.id);
};
