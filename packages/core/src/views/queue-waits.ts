import { countersAtWork } from "../policy/counters-at-work.ts";
import { estimateWaits, type WaitEstimate } from "../policy/estimate-wait.ts";
import type { WaitForecast } from "../forecast/wait-forecaster.ts";
import type { Queue } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import type { WaitRange } from "./types.ts";
import type { ViewInput } from "./view-input.ts";

export type WaitsInput = Pick<ViewInput, "state" | "waits">;

const made = new WeakMap<object, Map<string, readonly WaitRange[]>>();

const whole = (p50: number, p90: number, p10: number): WaitRange => {
  const middle = Math.round(p50);
  return [middle, Math.max(middle, Math.ceil(p90)), Math.max(0, Math.min(middle, Math.floor(p10)))];
};

const rangeOf = ({ p10, p50, p90 }: WaitForecast): WaitRange => whole(p50, p90, p10);

/** Without a forecaster: as far below the middle as it may be above it. */
const estimated = ({ p50Seconds, p90Seconds }: WaitEstimate): WaitRange =>
  whole(p50Seconds / 60, p90Seconds / 60, (2 * p50Seconds - p90Seconds) / 60);

/** Nobody waits and nobody was served lately: whoever is there has nothing to do, and nobody may be there. */
const isQuiet = (state: ShopState, queue: Queue): boolean =>
  queue.line.length === 0 && countersAtWork(state, queue).seen === 0;

const estimates = (state: ShopState, queue: Queue): readonly WaitRange[] => {
  const ranges = estimateWaits(state, queue.id, queue.line.length + 1).map(estimated);
  return isQuiet(state, queue) ? ranges.map(([, p90]) => [0, p90, 0] as const) : ranges;
};

/** The waits of each place in the line and of whoever would join now. Made once per state, for all audiences. */
export const queueWaits = ({ state, waits }: WaitsInput, queue: Queue): readonly WaitRange[] => {
  const source = waits ?? state;
  const ofSource = made.get(source) ?? new Map<string, readonly WaitRange[]>();
  made.set(source, ofSource);
  const ranges = ofSource.get(queue.id) ?? waits?.(queue.id)?.places.map(rangeOf) ?? estimates(state, queue);
  ofSource.set(queue.id, ranges);
  return ranges;
};
