import { FIELDS, type HistogramLayout } from "./histogram.ts";

export interface NodeSums {
  readonly gradient: number;
  readonly weight: number;
  readonly rows: number;
}

/** Rows whose bin of `feature` is at most `bin` go left; `left` are their sums. */
export interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly left: NodeSums;
}

export interface SplitLimits {
  readonly minLeafRows: number;
  /** Added to a leaf's weight: the larger, the closer to zero a leaf of few rows stays. */
  readonly leafPenalty: number;
}

/** A gain below this is rounding. */
const LEAST_GAIN = 1e-9;

/** The split that lowers the weighted squared error most, or null where none does or the parts would be too small. */
export const bestSplit = (
  histogram: Float64Array,
  layout: HistogramLayout,
  node: NodeSums,
  { minLeafRows, leafPenalty }: SplitLimits,
): Split | null => {
  const whole = node.gradient ** 2 / (node.weight + leafPenalty);
  let best: Split | null = null;
  let bestGain = LEAST_GAIN;
  for (const [position, feature] of layout.features.entries()) {
    const from = layout.offsets[position] as number;
    // The last bin cannot be a left part: nothing would stay on the right.
    const to = (layout.offsets[position + 1] ?? layout.length) - FIELDS;
    let gradient = 0;
    let weight = 0;
    let rows = 0;
    for (let cell = from; cell < to; cell += FIELDS) {
      gradient += histogram[cell] as number;
      weight += histogram[cell + 1] as number;
      rows += histogram[cell + 2] as number;
      if (rows < minLeafRows) continue;
      if (node.rows - rows < minLeafRows) break;
      const gain =
        gradient ** 2 / (weight + leafPenalty) +
        (node.gradient - gradient) ** 2 / (node.weight - weight + leafPenalty) -
        whole;
      if (gain <= bestGain) continue;
      bestGain = gain;
      best = { feature, bin: (cell - from) / FIELDS, left: { gradient, weight, rows } };
    }
  }
  return best;
};
