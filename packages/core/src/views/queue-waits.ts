import { estimateWaits, type WaitEstimate } from "../policy/estimate-wait.ts";
import type { Queue } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import type { WaitRange } from "./types.ts";

const made = new WeakMap<ShopState, Map<string, readonly WaitRange[]>>();

const wholeMinutes = ({ p50Seconds, p90Seconds }: WaitEstimate): WaitRange => {
  const p50 = Math.round(p50Seconds / 60);
  return [p50, Math.max(p50, Math.ceil(p90Seconds / 60))];
};

/** The waits of each place in the line and of whoever would join now. Made once per state, for all audiences. */
export const queueWaits = (state: ShopState, queue: Queue): readonly WaitRange[] => {
  const ofState = made.get(state) ?? new Map<string, readonly WaitRange[]>();
  made.set(state, ofState);
  const waits =
    ofState.get(queue.id) ?? estimateWaits(state, queue.id, queue.line.length + 1).map(wholeMinutes);
  ofState.set(queue.id, waits);
  return waits;
};
