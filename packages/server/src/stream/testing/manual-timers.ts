import type { Timers } from "../timers.ts";

/** A clock that a test moves by hand. */
export interface ManualTimers extends Timers {
  /** Moves on, running everything that falls due, in order. */
  advance(ms: number): void;
  readonly waiting: number;
}

export const manualTimers = (start: number = Date.UTC(2026, 10, 22, 8)): ManualTimers => {
  let now = start;
  const due = new Set<{ readonly at: number; readonly run: () => void }>();
  const first = (until: number) =>
    [...due].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      due.add(timer);
      return { [Symbol.dispose]: () => void due.delete(timer) };
    },
    advance(ms) {
      const until = now + ms;
      for (let timer = first(until); timer !== undefined; timer = first(until)) {
        due.delete(timer);
        now = timer.at;
        timer.run();
      }
      now = until;
    },
    get waiting() {
      return due.size;
    },
  };
};
