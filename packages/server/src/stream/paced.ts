import type { Timers } from "./timers.ts";

/** Runs work at once when the last run is long enough ago, else once when it is: a burst costs one run per interval. */
export interface Paced extends Disposable {
  /** There is something to do. */
  nudge(): void;
  /** Does it now, if there is something to do. */
  flush(): void;
}

/** `work` gives the milliseconds that must pass before it may run again. */
export function createPaced(timers: Timers, work: () => number): Paced {
  let notBefore = Number.NEGATIVE_INFINITY;
  let due = false;
  let waiting: Disposable | undefined;
  const run = (): void => {
    waiting?.[Symbol.dispose]();
    waiting = undefined;
    due = false;
    const pause = work();
    notBefore = timers.now() + pause;
  };
  return {
    nudge() {
      due = true;
      if (waiting !== undefined) return;
      const wait = notBefore - timers.now();
      if (wait <= 0) run();
      else waiting = timers.after(wait, run);
    },
    flush() {
      if (due) run();
    },
    [Symbol.dispose]() {
      waiting?.[Symbol.dispose]();
      waiting = undefined;
      due = false;
    },
  };
}
