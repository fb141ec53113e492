import { binEdges, binned } from "./bins.ts";

/** What the trees learn from, row by row. Every list has one entry per row. */
export interface TrainingRows {
  /** The features, one list per feature. */
  readonly columns: readonly Float64Array[];
  readonly target: Float64Array;
  /** How much a row counts; only the proportions matter. */
  readonly weight: Float64Array;
  /**
   * Rows that share a fate (one queue on one day) share a number from 0. A tree sees such a group as a whole or not
   * at all, else its neighbours in time give a row away and the trees learn days by heart.
   */
  readonly group: Int32Array;
}

/** The columns cut into bins: per feature the bin of each row and the values between the bins. */
export interface BinnedColumns {
  readonly bins: readonly Uint8Array[];
  readonly edges: readonly Float64Array[];
}

export const binColumns = (columns: readonly Float64Array[], mostBins: number): BinnedColumns => {
  const edges = columns.map((column) => binEdges(column, mostBins));
  return { edges, bins: columns.map((column, feature) => binned(column, edges[feature] as Float64Array)) };
};
