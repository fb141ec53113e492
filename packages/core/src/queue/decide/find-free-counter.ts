import type { DecisionContext } from "../decision.ts";
import type { EventBody } from "../events.ts";
import type { Refusal } from "../refusals.ts";
import type { Counter, ShopState } from "../shop.ts";

/** A counter to call to, and the events that bring it into being where it is new. */
export interface FoundCounter {
  readonly id: string;
  readonly events: readonly EventBody[];
}

export const counterByLabel = (state: ShopState, label: string): Counter | undefined => {
  for (const counter of state.counters.values())
    if (!counter.archived && counter.label === label) return counter;
  return undefined;
};

export const busyRefusal = (state: ShopState, counter: Counter): Refusal | undefined => {
  const ticketId = state.busy.get(counter.id);
  if (ticketId === undefined) return undefined;
  return {
    code: "counter-busy",
    counter: counter.label,
    ticketId,
    number: state.tickets.get(ticketId)?.number ?? "",
  };
};

/** The counter in use with this label, if nobody is called to it or served at it. A new label may make a new counter. */
export const findFreeCounter = (
  state: ShopState,
  written: string,
  ctx: DecisionContext,
): FoundCounter | Refusal => {
  const label = written.trim();
  const known = counterByLabel(state, label);
  if (known !== undefined) return busyRefusal(state, known) ?? { id: known.id, events: [] };
  if (label === "" || !state.shop.newCountersByLabel) return { code: "counter-not-found", counter: label };
  const counter: Counter = { id: ctx.newId(), label, archived: false };
  return { id: counter.id, events: [{ type: "counter-configured", counter }] };
};
