import type { CommandOf } from "../command-of.ts";
import type { Decision, DecisionContext } from "../decision.ts";
import type { EventBody } from "../events.ts";
import type { ShopState } from "../shop.ts";
import { accept, refuse } from "./answer.ts";
import { findTicket } from "./find-ticket.ts";
import { returnRefusal } from "./return-ticket.ts";

/** "I am here": said in time after a missed call, it also takes the ticket back to the line. */
export const confirmPresence = (
  state: ShopState,
  command: CommandOf<"confirm-presence">,
  ctx: DecisionContext,
): Decision => {
  const ticket = findTicket(state, command.ticketId, "confirm-presence", ["waiting", "called", "no_show"]);
  if ("code" in ticket) return refuse(ticket);
  const confirmed: EventBody = { type: "presence-confirmed", ticketId: ticket.id };
  if (ticket.status !== "no_show") return accept([confirmed], ticket.id);
  const refusal = returnRefusal(state, ticket, ctx);
  if (refusal !== undefined) return refuse(refusal);
  return accept([{ type: "ticket-returned", ticketId: ticket.id }, confirmed], ticket.id);
};
