import type { CommandOf } from "../command-of.ts";
import type { Decision, DecisionContext } from "../decision.ts";
import type { Refusal } from "../refusals.ts";
import type { ShopState } from "../shop.ts";
import type { Ticket } from "../ticket.ts";
import { accept, refuse } from "./answer.ts";
import { busyRefusal, findFreeCounter, type FoundCounter } from "./find-free-counter.ts";
import { findTicket } from "./find-ticket.ts";

const findOwnCounter = (state: ShopState, ticket: Ticket): FoundCounter | Refusal => {
  const counter = ticket.counterId === null ? undefined : state.counters.get(ticket.counterId);
  if (counter === undefined || counter.archived)
    return { code: "counter-not-found", counter: counter?.label ?? "" };
  return busyRefusal(state, counter) ?? { id: counter.id, events: [] };
};

export const resumeTicket = (
  state: ShopState,
  command: CommandOf<"resume-ticket">,
  ctx: DecisionContext,
): Decision => {
  const ticket = findTicket(state, command.ticketId, "resume", ["on_hold"]);
  if ("code" in ticket) return refuse(ticket);
  const counter =
    command.counter === null ? findOwnCounter(state, ticket) : findFreeCounter(state, command.counter, ctx);
  if ("code" in counter) return refuse(counter);
  return accept(
    [...counter.events, { type: "ticket-resumed", ticketId: ticket.id, counterId: counter.id }],
    ticket.id,
  );
};
