import { setTimeout as pause } from "node:timers/promises";

/** Whoever fell behind by more than this does not catch up in one burst. */
const MOST_BEHIND_MS = 250;

/** Lets its callers pass at an even rate, all of them together. */
export function createPacer(perSecond: number): () => Promise<void> {
  let next = performance.now();
  return async () => {
    next = Math.max(next + 1_000 / perSecond, performance.now() - MOST_BEHIND_MS);
    const wait = next - performance.now();
    if (wait > 1) await pause(wait);
  };
}
