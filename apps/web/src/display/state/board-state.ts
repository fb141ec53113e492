import { type Announcement, newestCall, remember, stillDue, unheard } from "./announcement.ts";
import type { BoardFacts } from "./board-facts.ts";
import type { BoardFault } from "./board-fault.ts";

/** After this long without proof a board says that it is not live. */
export const STALE_AFTER_MS = 8_000;

export interface BoardState {
  readonly facts: BoardFacts | null;
  /** When the facts were last proved to be the newest, ms since the epoch; 0: never. */
  readonly provedAt: number;
  /** Proved since this page was opened; what the store gave back is not. */
  readonly provedHere: boolean;
  readonly fault: { readonly kind: BoardFault; readonly at: number } | null;
  readonly heard: readonly string[];
  readonly newestCallAt: number;
  /** To be announced, in order; the first is being announced. */
  readonly pending: readonly Announcement[];
  /** Announcements begun since the page was opened. */
  readonly announced: number;
}

export type BoardEvent =
  | {
      readonly type: "facts";
      readonly facts: BoardFacts;
      readonly provedAt: number;
      readonly stored: boolean;
      readonly now: number;
    }
  | { readonly type: "fault"; readonly kind: BoardFault; readonly at: number }
  | { readonly type: "announcing" }
  | { readonly type: "announced"; readonly key: string };

export const EMPTY_BOARD: BoardState = {
  facts: null,
  provedAt: 0,
  provedHere: false,
  fault: null,
  heard: [],
  newestCallAt: 0,
  pending: [],
  announced: 0,
};

export function isStale(state: BoardState, now: number): boolean {
  return !state.provedHere || now - state.provedAt >= STALE_AFTER_MS;
}

export function boardState(state: BoardState, event: BoardEvent): BoardState {
  switch (event.type) {
    case "facts":
      return event.stored ? restore(state, event.facts, event.provedAt) : learn(state, event);
    case "fault":
      return state.provedHere && event.at < state.provedAt ? state : faulty(state, event);
    case "announcing":
      return { ...state, announced: state.announced + 1 };
    case "announced":
      return { ...state, pending: state.pending.filter(({ key }) => key !== event.key) };
  }
}

/** What is not ours to show is not ours to keep either, nor to call out. */
function faulty(state: BoardState, { kind, at }: Extract<BoardEvent, { type: "fault" }>): BoardState {
  const fault = { kind, at };
  return kind === "not-public" ? { ...EMPTY_BOARD, fault } : { ...state, fault };
}

/** What an earlier session knew is shown until something better comes, and never announced. */
function restore(state: BoardState, facts: BoardFacts, provedAt: number): BoardState {
  if (state.provedHere || (state.facts !== null && state.provedAt >= provedAt)) return state;
  return { ...state, facts, provedAt, heard: remember(facts, state.heard) };
}

function learn(state: BoardState, event: Extract<BoardEvent, { type: "facts" }>): BoardState {
  if (isOlder(state, event)) return state;
  const facts = newestFacts(state, event.facts);
  // After an outage, and at the start, the calls that were missed are shown, not announced: their time has passed.
  const news = isStale(state, event.now) ? [] : newsIn(facts, state);
  return {
    ...state,
    facts,
    provedAt: Math.max(state.provedAt, event.provedAt),
    provedHere: true,
    fault: faultAfter(state, event),
    heard: remember(facts, state.heard),
    newestCallAt: Math.max(state.newestCallAt, newestCall(facts)),
    pending: stillDue(state.pending, facts).concat(news),
  };
}

/** At one seq the native view and the polled answer tell the same; what is there already may be the richer of the two. */
function newestFacts(state: BoardState, facts: BoardFacts): BoardFacts {
  const known = state.provedHere && state.facts?.epoch === facts.epoch && state.facts.seq === facts.seq;
  return known ? state.facts : facts;
}

function newsIn(
  facts: BoardFacts,
  { heard, newestCallAt, facts: before }: BoardState,
): readonly Announcement[] {
  return unheard(facts, {
    keys: heard,
    newestCallAt,
    queueIds: before?.queues.map((queue) => queue.id) ?? [],
  });
}

/** A seq never goes back within an epoch; between epochs the later proof counts, and likewise against what was stored. */
function isOlder(state: BoardState, event: Extract<BoardEvent, { type: "facts" }>): boolean {
  if (state.facts === null || !state.provedHere) return false;
  if (event.facts.epoch === state.facts.epoch) return event.facts.seq < state.facts.seq;
  return event.provedAt <= state.provedAt;
}

function faultAfter(state: BoardState, event: Extract<BoardEvent, { type: "facts" }>): BoardState["fault"] {
  if (!event.facts.settings.active) return { kind: "inactive", at: event.provedAt };
  if (event.facts.queues.length === 0) return { kind: "without-queues", at: event.provedAt };
  return state.fault !== null && state.fault.at > event.provedAt ? state.fault : null;
}
