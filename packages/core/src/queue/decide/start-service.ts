import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findTicket } from "./find-ticket.ts";

export const startService = (state: ShopState, command: CommandOf<"start-service">): Decision => {
  const ticket = findTicket(state, command.ticketId, "start", ["called"]);
  if ("code" in ticket) return refuse(ticket);
  return accept([{ type: "service-started", ticketId: ticket.id }], ticket.id);
};
