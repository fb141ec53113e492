import type { Priority } from "../queue/ticket.ts";
import type { Instant } from "../queue/time.ts";
import { type Stay, waitsSince } from "./stay.ts";

/** How long people waited. Seconds. */
export interface WaitSummary {
  /** Called at all. */
  readonly called: number;
  readonly uncalled: number;
  readonly meanSeconds: number;
  readonly medianSeconds: number;
  readonly p90Seconds: number;
  readonly longestSeconds: number;
  /** Of those called, the share within the queue's target. */
  readonly withinTarget: number;
}

export interface ClassSummaries {
  readonly all: WaitSummary;
  readonly byClass: readonly { readonly priority: Priority; readonly summary: WaitSummary }[];
}

interface Waited {
  readonly stay: Stay;
  readonly calledAt: Instant | null;
}

const quantile = (ascending: readonly number[], share: number): number =>
  ascending[Math.min(ascending.length - 1, Math.floor(share * ascending.length))] ?? 0;

const summarise = (waits: readonly Waited[], targetMinutes: number): WaitSummary => {
  const seconds = waits
    .flatMap(({ stay, calledAt }) =>
      calledAt === null ? [] : [Math.max(0, calledAt - waitsSince(stay)) / 1000],
    )
    .toSorted((a, b) => a - b);
  const called = seconds.length;
  const within = seconds.filter((wait) => wait <= targetMinutes * 60).length;
  return {
    called,
    uncalled: waits.length - called,
    meanSeconds: called === 0 ? 0 : seconds.reduce((sum, wait) => sum + wait, 0) / called,
    medianSeconds: quantile(seconds, 0.5),
    p90Seconds: quantile(seconds, 0.9),
    longestSeconds: seconds.at(-1) ?? 0,
    withinTarget: called === 0 ? 0 : within / called,
  };
};

/** Waits of a day, all and by class. */
export const summariseWaits = (waits: readonly Waited[], targetMinutes: number): ClassSummaries => ({
  all: summarise(waits, targetMinutes),
  byClass: ([0, 1, 2] as const).flatMap((priority) => {
    const own = waits.filter(({ stay }) => stay.ticket.priority === priority);
    return own.length === 0 ? [] : [{ priority, summary: summarise(own, targetMinutes) }];
  }),
});
