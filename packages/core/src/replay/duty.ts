import type { Instant } from "../queue/time.ts";
import { type Stay, waitsSince } from "./stay.ts";

/** A time in which one counter called from the queue. */
export interface Duty {
  readonly from: Instant;
  readonly to: Instant;
}

/** A counter that called nobody for so long while people waited was away. */
const AWAY_MS = 10 * 60_000;

type Called = Stay & { readonly calledAt: Instant; readonly counterId: string; readonly freedAt: Instant };

const isCalled = (stay: Stay): stay is Called =>
  stay.calledAt !== null && stay.counterId !== null && stay.freedAt !== null;

/** Each counter's calls in the order of time. */
const callsByCounter = (stays: readonly Stay[]): readonly (readonly Called[])[] => {
  const counters = new Map<string, Called[]>();
  for (const stay of stays.filter(isCalled)) {
    const calls = counters.get(stay.counterId);
    if (calls === undefined) counters.set(stay.counterId, [stay]);
    else calls.push(stay);
  }
  return [...counters.values()].map((calls) => calls.toSorted((a, b) => a.calledAt - b.calledAt));
};

/** Whether the line was empty at some moment of this time. */
const wasEmpty = (stays: readonly Stay[], from: Instant, to: Instant): boolean => {
  const inLine = stays
    .map((stay) => ({ from: waitsSince(stay), to: stay.calledAt ?? stay.leftAt ?? Infinity }))
    .filter((span) => span.from < to && span.to > from)
    .toSorted((a, b) => a.from - b.from);
  let covered = from;
  for (const span of inLine) {
    if (span.from > covered) return true;
    covered = Math.max(covered, span.to);
  }
  return covered < to;
};

/** When each counter was there for this queue, as far as its calls tell. */
export const dutiesOf = (stays: readonly Stay[]): readonly Duty[] =>
  callsByCounter(stays).flatMap((calls) => {
    const duties: Duty[] = [];
    let open: { from: Instant; to: Instant } | null = null;
    for (const { calledAt, freedAt } of calls) {
      const away = open !== null && calledAt - open.to > AWAY_MS && !wasEmpty(stays, open.to, calledAt);
      if (open === null || away) {
        open = { from: calledAt, to: freedAt };
        duties.push(open);
      } else open.to = Math.max(open.to, freedAt);
    }
    return duties;
  });

/** The middle of the times from a counter's being free to its next call while somebody waited, ms. */
export const turnaroundOf = (stays: readonly Stay[]): number => {
  const gaps = callsByCounter(stays).flatMap((calls) =>
    calls.slice(1).flatMap(({ calledAt }, index) => {
      const freedAt = calls[index]?.freedAt ?? calledAt;
      const gap = calledAt - freedAt;
      return gap >= 0 && gap < AWAY_MS && !wasEmpty(stays, freedAt, calledAt) ? [gap] : [];
    }),
  );
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
};
