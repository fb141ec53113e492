import { isDeepStrictEqual } from "node:util";
import type { ConnectionSample, ScreenHistory, TopicSample } from "../actors/screen.ts";

/** From when to when the server could not be reached, ms since the epoch. */
export interface Outage {
  readonly from: number;
  /** When it was known to answer again. */
  readonly to: number;
  /** From when on it may have answered, though nobody had looked; `to` where that is the same. */
  readonly maybeBackFrom?: number;
}

/** A topic as the server tells it over HTTP once all is quiet. */
export interface Truth {
  readonly epoch: string;
  readonly to: number;
  readonly view: object;
}

export interface ScreenRules {
  readonly outages: readonly Outage[];
  readonly truths: ReadonlyMap<string, Truth>;
  /** A screen says that it is not live this long after the outage began at the latest. */
  readonly staleWithinMs: number;
  /** And is right again this long after the last outage. */
  readonly rightWithinMs: number;
  /** The longest wait between two attempts. */
  readonly longestDelayMs: number;
}

const POLLING_FROM = 3;

/** Reads again what one screen said of itself, beside what really happened. */
export function checkScreen(history: ScreenHistory, rules: ScreenRules): readonly string[] {
  const topics = [...history.topics].flatMap(([topic, samples]) => {
    const truth = rules.truths.get(topic);
    const broken = [
      ...checkSeqs(samples),
      ...rules.outages.flatMap((outage) => checkHonesty(samples, outage, rules.staleWithinMs)),
      ...checkAlarms(samples, rules),
      ...(truth === undefined ? ["nobody knows the truth"] : checkArrival(samples, truth, rules)),
    ];
    return broken.map((what) => `${topic}: ${what}`);
  });
  return [...topics, ...checkConnection(history.connection, rules)].map((what) => `${history.name}, ${what}`);
}

/** When the screen began to be right for good; undefined where it is not right in the end. */
export function rightFrom(samples: readonly TopicSample[], truth: Truth): number | undefined {
  const view = structuredClone(truth.view);
  const known = new Map<object, boolean>();
  const isRight = ({ state }: TopicSample): boolean => {
    if (state.view === null || state.stale || state.epoch !== truth.epoch) return false;
    const same = known.get(state.view) ?? isDeepStrictEqual(structuredClone(state.view), view);
    known.set(state.view, same);
    return same;
  };
  const lastWrong = samples.findLastIndex((sample) => !isRight(sample));
  return samples[lastWrong + 1]?.at;
}

/** P6 */
function checkSeqs(samples: readonly TopicSample[]): readonly string[] {
  return samples.flatMap(({ state }, index) => {
    const before = samples[index - 1]?.state;
    const isBack = before !== undefined && before.epoch === state.epoch && state.seq < before.seq;
    return isBack ? [`seq went back from ${String(before.seq)} to ${String(state.seq)}`] : [];
  });
}

/** P9: no later than this it says so, and it does not take it back before the end. */
function checkHonesty(
  samples: readonly TopicSample[],
  { from, to, maybeBackFrom = to }: Outage,
  withinMs: number,
): readonly string[] {
  const due = from + withinMs;
  if (due >= maybeBackFrom) return [];
  const atDue = samples.findLast(({ at }) => at <= due);
  const takenBack = samples.find(({ at, state }) => at > due && at < maybeBackFrom && !state.stale);
  return [
    ...(atDue?.state.stale === true
      ? []
      : [`not marked stale ${String(withinMs)} ms after the server was gone`]),
    ...(takenBack === undefined
      ? []
      : [`unmarked ${String(takenBack.at - from)} ms after the server was gone`]),
  ];
}

/** A mark without a cause teaches people to overlook it. */
function checkAlarms(
  samples: readonly TopicSample[],
  { outages, rightWithinMs }: ScreenRules,
): readonly string[] {
  const proved = samples.findIndex(({ state }) => state.provedAt > 0);
  if (proved === -1) return ["never proved fresh"];
  const alarm = samples.find(
    ({ at, state }, index) =>
      index > proved &&
      state.stale &&
      !outages.some(({ from, to }) => at >= from && at <= to + rightWithinMs),
  );
  return alarm === undefined ? [] : [`marked stale at ${String(alarm.at)} without a cause`];
}

/** P8 */
function checkArrival(samples: readonly TopicSample[], truth: Truth, rules: ScreenRules): readonly string[] {
  const from = rightFrom(samples, truth);
  if (from === undefined) return ["not right in the end"];
  const healed = Math.max(...rules.outages.map(({ to }) => to));
  const seq = samples.at(-1)?.state.seq;
  return [
    ...(from - healed > rules.rightWithinMs
      ? [`right only ${String(from - healed)} ms after the return`]
      : []),
    ...(seq === truth.to ? [] : [`ended at seq ${String(seq)}, the server at ${String(truth.to)}`]),
  ];
}

function checkConnection(
  samples: readonly ConnectionSample[],
  { longestDelayMs }: ScreenRules,
): readonly string[] {
  return samples.flatMap(({ state }) => {
    if (state.kind !== "waiting" && state.kind !== "connecting") return [];
    const failures = state.kind === "waiting" ? state.attempt : state.attempt - 1;
    const delay = state.kind === "waiting" ? state.retryAt - state.since : 0;
    return [
      ...(delay > longestDelayMs ? [`waits ${String(Math.round(delay))} ms between attempts`] : []),
      ...(state.polling === failures >= POLLING_FROM
        ? []
        : [`polling is ${String(state.polling)} after ${String(failures)} failed attempts`]),
    ];
  });
}
