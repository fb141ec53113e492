import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findTicket } from "./find-ticket.ts";

export const retractCall = (state: ShopState, command: CommandOf<"retract-call">): Decision => {
  const ticket = findTicket(state, command.ticketId, "retract", ["called"]);
  if ("code" in ticket) return refuse(ticket);
  return accept([{ type: "call-retracted", ticketId: ticket.id }], ticket.id);
};
