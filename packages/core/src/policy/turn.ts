import type { Policy, RatioTurn } from "../queue/queue.ts";

const FIRST: RatioTurn = { ordinary: 0, priority: 0 };

type Ratio = Extract<Policy, { kind: "ratio" }>;

const roundOf = (policy: Ratio): number => Math.max(1, policy.ordinary + policy.priority);

/** Whether the ordinary class has the turn `ahead` calls from now. */
export const isOrdinaryTurn = (policy: Ratio, turn: RatioTurn, ahead: number): boolean =>
  (turn.ordinary + turn.priority + ahead) % roundOf(policy) < policy.ordinary;

/**
 * The turn after one more call, or before the last one. Every call takes exactly one turn,
 * whoever is called: that alone makes a retracted call give back just what it took.
 */
export const moveTurn = (policy: Policy, turn: RatioTurn, by: 1 | -1): RatioTurn => {
  if (policy.kind !== "ratio") return turn;
  const round = roundOf(policy);
  const taken = (turn.ordinary + turn.priority + by + round) % round;
  const ordinary = Math.min(taken, policy.ordinary);
  return { ordinary, priority: taken - ordinary };
};

/** A changed ratio begins a new round. */
export const turnUnder = (
  policy: Policy,
  before: { readonly policy: Policy; readonly turn: RatioTurn } | undefined,
): RatioTurn => (before !== undefined && samePolicy(before.policy, policy) ? before.turn : FIRST);

const samePolicy = (a: Policy, b: Policy): boolean => {
  if (a.kind === "ratio" && b.kind === "ratio") return a.ordinary === b.ordinary && a.priority === b.priority;
  return a.kind === b.kind;
};
