import { setTimeout as wait } from "node:timers/promises";

/** Waits so long, or until it is told to stop or `cut` settles, whichever comes first; never fails. */
export async function pause(ms: number, stop: AbortSignal, cut?: Promise<unknown>): Promise<void> {
  const timer = new AbortController();
  const signal = AbortSignal.any([stop, timer.signal]);
  // An aborted wait rejects, which ends it as well as the time would.
  const over = wait(ms, undefined, { signal }).catch(() => undefined);
  await Promise.race(cut === undefined ? [over] : [over, cut.catch(() => undefined)]);
  timer.abort();
}
