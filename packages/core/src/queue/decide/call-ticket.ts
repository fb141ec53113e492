import type { CommandOf } from "../command-of.ts";
import type { Decision, DecisionContext } from "../decision.ts";
import type { ShopState } from "../shop.ts";
import { agentOf } from "./agent-of.ts";
import { accept, refuse } from "./answer.ts";
import { findFreeCounter } from "./find-free-counter.ts";
import { findTicket } from "./find-ticket.ts";

export const callTicket = (
  state: ShopState,
  command: CommandOf<"call-ticket">,
  ctx: DecisionContext,
): Decision => {
  const ticket = findTicket(state, command.ticketId, "call", ["waiting"]);
  if ("code" in ticket) return refuse(ticket);
  const counter = findFreeCounter(state, command.counter, ctx);
  if ("code" in counter) return refuse(counter);
  return accept(
    [
      ...counter.events,
      { type: "ticket-called", ticketId: ticket.id, counterId: counter.id, agentId: agentOf(ctx.by) },
    ],
    ticket.id,
  );
};
