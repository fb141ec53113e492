import type { CommandOf } from "../command-of.ts";
import type { Decision, DecisionContext } from "../decision.ts";
import type { Refusal } from "../refusals.ts";
import type { ShopState } from "../shop.ts";
import { isWithinGrace } from "../ticket-status.ts";
import type { Ticket } from "../ticket.ts";
import { accept, refuse } from "./answer.ts";
import { findQueue } from "./find-queue.ts";
import { findTicket } from "./find-ticket.ts";

/** Why a no-show may not come back to the line, if there is a reason. */
export const returnRefusal = (
  state: ShopState,
  ticket: Ticket,
  ctx: DecisionContext,
): Refusal | undefined => {
  const queue = findQueue(state, ticket.queueId);
  if ("code" in queue) return queue;
  if (!isWithinGrace(ticket, state.shop.graceMinutes, ctx.now))
    return { code: "grace-over", ticketId: ticket.id };
  return undefined;
};

export const returnTicket = (
  state: ShopState,
  command: CommandOf<"return-ticket">,
  ctx: DecisionContext,
): Decision => {
  const ticket = findTicket(state, command.ticketId, "return", ["no_show"]);
  if ("code" in ticket) return refuse(ticket);
  const refusal = returnRefusal(state, ticket, ctx);
  if (refusal !== undefined) return refuse(refusal);
  return accept([{ type: "ticket-returned", ticketId: ticket.id }], ticket.id);
};
