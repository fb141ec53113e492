import type { CommandOf } from "../command-of.ts";
import type { Decision, DecisionContext } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findTicket } from "./find-ticket.ts";

/** A visitor who leaves counts as abandonment; anybody else's cancellation is clean-up. */
export const cancelTicket = (
  state: ShopState,
  command: CommandOf<"cancel-ticket">,
  ctx: DecisionContext,
): Decision => {
  const ticket = findTicket(state, command.ticketId, "cancel", ["waiting", "called"]);
  if ("code" in ticket) return refuse(ticket);
  const outcome = ctx.by.kind === "visitor" ? "left" : "removed";
  return accept([{ type: "ticket-cancelled", ticketId: ticket.id, outcome }], ticket.id);
};
