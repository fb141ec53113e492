import { binEdges, binned } from "./bins.ts";

/** Features cut into bins: per feature the bin of each row and the values between the bins. */
export interface BinnedColumns {
  readonly bins: readonly Uint8Array[];
  readonly edges: readonly Float64Array[];
}

/** What the trees learn from, row by row. Every list has one entry per row. */
export interface TrainingRows {
  readonly columns: BinnedColumns;
  readonly target: Float64Array;
  /** How much a row counts; only the proportions matter. */
  readonly weight: Float64Array;
  /**
   * Rows that share a fate (one line on one day) share a number from 0. A tree sees such a group as a whole or not
   * at all, else its neighbours in time give a row away and the trees learn days by heart.
   */
  readonly group: Int32Array;
}

/** Cuts each of `width` features of the rows into at most `mostBins` bins. */
export const binColumns = (rows: readonly Float64Array[], width: number, mostBins: number): BinnedColumns => {
  const columns = Array.from({ length: width }, () => new Float64Array(rows.length));
  // Row by row: the rows lie apart in memory, and column by column each would be fetched once per feature.
  for (const [row, features] of rows.entries()) {
    for (let feature = 0; feature < width; feature++) {
      (columns[feature] as Float64Array)[row] = features[feature] as number;
    }
  }
  const edges = columns.map((column) => binEdges(column, mostBins));
  return { edges, bins: columns.map((column, feature) => binned(column, edges[feature] as Float64Array)) };
};
