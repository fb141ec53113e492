import type { CommandOf } from "../command-of.ts";
import type { Decision } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findTicket } from "./find-ticket.ts";

export const holdTicket = (state: ShopState, command: CommandOf<"hold-ticket">): Decision => {
  const ticket = findTicket(state, command.ticketId, "hold", ["serving"]);
  if ("code" in ticket) return refuse(ticket);
  return accept([{ type: "ticket-held", ticketId: ticket.id }], ticket.id);
};
