import type { Actor } from "../queue/actor.ts";
import type { Command } from "../queue/commands.ts";
import { decide } from "../queue/decide.ts";
import type { Decision } from "../queue/decision.ts";
import type { ShopEvent } from "../queue/events.ts";
import { foldWithChanges } from "../queue/fold.ts";
import type { ShopState } from "../queue/shop.ts";
import type { Ticket, TicketId } from "../queue/ticket.ts";
import type { Instant } from "../queue/time.ts";

/** One command with its clock and actor; without them the state's time and staff member 7. */
export interface Step {
  readonly command: Command;
  readonly now?: Instant | undefined;
  readonly by?: Actor | undefined;
}

/** What came of one step. */
export interface Taken {
  readonly step: Step;
  readonly before: ShopState;
  readonly decision: Decision;
  /** Empty after a refusal. */
  readonly events: readonly ShopEvent[];
  readonly after: ShopState;
}

export interface Run {
  readonly start: ShopState;
  readonly state: ShopState;
  readonly taken: readonly Taken[];
  readonly events: readonly ShopEvent[];
  /** The last form of every ticket that was ever issued, of those too that left the state. */
  readonly ledger: ReadonlyMap<TicketId, Ticket>;
}

/** Decides and folds one command, the way a server does, with consecutive seqs. */
export const takeStep = (
  before: ShopState,
  step: Step,
): Taken & { readonly changedTickets: ReadonlyMap<TicketId, Ticket> } => {
  const at = Math.max(step.now ?? before.at, before.at);
  const by = step.by ?? { kind: "staff", id: 7 };
  let made = 0;
  const newId = (): string => `made-${before.seq}-${++made}`;
  const decision = decide(before, step.command, { now: at, by, newId });
  const events = decision.ok
    ? decision.events.map((body, index) => ({ ...body, seq: before.seq + 1 + index, at, by }))
    : [];
  const { state, changedTickets } = foldWithChanges(before, events);
  return { step, before, decision, events, after: state, changedTickets };
};

/** Runs commands one after the other; a step may be made from the state it meets. */
export const runCommands = (
  start: ShopState,
  steps: readonly (Step | ((state: ShopState, ledger: ReadonlyMap<TicketId, Ticket>) => Step))[],
): Run => {
  const ledger = new Map(start.tickets);
  const taken: Taken[] = [];
  let state = start;
  for (const step of steps) {
    const { changedTickets, ...one } = takeStep(
      state,
      typeof step === "function" ? step(state, ledger) : step,
    );
    for (const [id, ticket] of changedTickets) ledger.set(id, ticket);
    taken.push(one);
    state = one.after;
  }
  return { start, state, taken, events: taken.flatMap((one) => one.events), ledger };
};
