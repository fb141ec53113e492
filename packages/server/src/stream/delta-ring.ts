import { mergeDeltas, type ViewDelta } from "@callnext/core";

const MOST_DELTAS = 256;
const MOST_BYTES = 256 * 1024;

export interface Step {
  readonly from: number;
  readonly to: number;
  readonly delta: ViewDelta;
}

/** The newest changes of one audience's view, each beginning where the one before ended. */
export interface DeltaRing {
  push(step: Step, bytes: number): void;
  /** One step from `seq` to the newest, or undefined where the ring does not begin a step there. */
  since(seq: number): Step | undefined;
  clear(): void;
}

export function createDeltaRing(): DeltaRing {
  const steps: { readonly step: Step; readonly bytes: number }[] = [];
  let held = 0;
  return {
    push(step, bytes) {
      steps.push({ step, bytes });
      held += bytes;
      while (steps.length > MOST_DELTAS || (held > MOST_BYTES && steps.length > 0))
        held -= steps.shift()?.bytes ?? 0;
    },
    since(seq) {
      const first = steps.findIndex(({ step }) => step.from === seq);
      if (first === -1) return undefined;
      return steps
        .slice(first)
        .map(({ step }) => step)
        .reduce((merged, step) => ({
          from: merged.from,
          to: step.to,
          delta: mergeDeltas(merged.delta, step.delta),
        }));
    },
    clear() {
      steps.length = 0;
      held = 0;
    },
  };
}
