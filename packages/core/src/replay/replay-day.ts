import { arrange } from "../policy/arrange.ts";
import { moveTurn } from "../policy/turn.ts";
import type { Policy, RatioTurn } from "../queue/queue.ts";
import type { Instant } from "../queue/time.ts";
import type { Duty } from "./duty.ts";
import type { Stay } from "./stay.ts";

/** How a day is to be played again. */
export interface ReplayRules {
  readonly policy: Policy;
  /** As the queue has it; how appointments that are due stand among the walk-ins. */
  readonly walkInsAhead: number | null | undefined;
  readonly duties: readonly Duty[];
  /** From a counter's being free to its next call, ms. */
  readonly turnaround: number;
}

/** When a stay is called in the replay; null: it left first, or nobody was there any more. */
export interface ReplayedStay {
  readonly stay: Stay;
  readonly calledAt: Instant | null;
}

/** Whom nobody served is taken to have stood at the counter for so long, ms: the middle of all others. */
const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 5 * 60_000;

const atCounter = ({ calledAt, freedAt }: Stay): number | null =>
  calledAt === null || freedAt === null ? null : freedAt - calledAt;

class Counter {
  readonly #duty: Duty;
  freeAt: Instant;

  constructor(duty: Duty) {
    this.#duty = duty;
    this.freeAt = duty.from;
  }

  /** The earliest moment from which it can call somebody who waits since `since`, or null. */
  callAt(since: Instant): Instant | null {
    const at = Math.max(this.freeAt, since);
    // It went home when its last visitor left; only a visit without any length ends where it begins.
    return at < this.#duty.to || at === this.#duty.from ? at : null;
  }
}

/** How many were called before a stay for an appointment since that was due. */
type Passed = Map<Stay, number>;

const isDue = ({ ticket }: Stay, now: Instant): boolean => ticket.dueAt !== undefined && ticket.dueAt <= now;

const firstOf = (
  waiting: readonly Stay[],
  { policy, walkInsAhead }: ReplayRules,
  turn: RatioTurn,
  now: Instant,
  passed: Passed,
): Stay | undefined => {
  const tickets = waiting.map((stay) => ({
    ...stay.ticket,
    place: null,
    due: isDue(stay, now),
    walkInsPassed: passed.get(stay) ?? 0,
  }));
  const [first] = arrange(tickets, policy, turn, walkInsAhead);
  return waiting.find(({ ticket }) => ticket.id === first);
};

const notePassed = (waiting: readonly Stay[], called: Stay, now: Instant, passed: Passed): void => {
  if (isDue(called, now)) return;
  for (const stay of waiting) if (isDue(stay, now)) passed.set(stay, (passed.get(stay) ?? 0) + 1);
};

/**
 * Plays a queue's day again under other rules. What is taken from the day as it was: who came when, of which class,
 * how long each stood at the counter, and when those who gave up did so.
 */
export const replayDay = (stays: readonly Stay[], rules: ReplayRules): readonly ReplayedStay[] => {
  const usual = middleOf(stays.map(atCounter).filter((time) => time !== null));
  const counters = rules.duties.map((duty) => new Counter(duty));
  const toCome = stays.toSorted((a, b) => a.enteredAt - b.enteredAt || a.ticket.entry - b.ticket.entry);
  const replayed: ReplayedStay[] = [];
  let waiting: Stay[] = [];
  let turn: RatioTurn = { ordinary: 0, priority: 0 };
  const passed: Passed = new Map();
  let now = toCome[0]?.enteredAt ?? 0;
  let come = 0;

  const leaveUntil = (moment: Instant): void => {
    const isGone = ({ leftAt }: Stay): boolean => leftAt !== null && leftAt <= moment;
    for (const stay of waiting.filter(isGone)) replayed.push({ stay, calledAt: null });
    waiting = waiting.filter((stay) => !isGone(stay));
  };
  const nextCall = (): { readonly counter: Counter; readonly at: Instant } | null => {
    let best: { readonly counter: Counter; readonly at: Instant } | null = null;
    for (const counter of counters) {
      const at = counter.callAt(now);
      if (at !== null && (best === null || at < best.at)) best = { counter, at };
    }
    return best;
  };

  for (;;) {
    const arrival = toCome[come];
    const call = waiting.length === 0 ? null : nextCall();
    if (arrival !== undefined && (call === null || arrival.enteredAt <= call.at)) {
      now = Math.max(now, arrival.enteredAt);
      leaveUntil(now);
      waiting.push(arrival);
      come += 1;
      continue;
    }
    if (call === null) break;
    now = call.at;
    leaveUntil(now);
    const called = firstOf(waiting, rules, turn, now, passed);
    if (called === undefined) continue;
    notePassed(waiting, called, now, passed);
    turn = moveTurn(rules.policy, turn, 1);
    waiting = waiting.filter((stay) => stay !== called);
    call.counter.freeAt = now + (atCounter(called) ?? usual) + rules.turnaround;
    replayed.push({ stay: called, calledAt: now });
  }
  return [...replayed, ...waiting.map((stay) => ({ stay, calledAt: null }))];
};
