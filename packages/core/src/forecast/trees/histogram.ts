import type { BinnedColumns } from "./training-table.ts";

/** Of each bin the sums of gradient and weight and the count of rows, side by side. */
export const FIELDS = 3;

/** Where the bins of the chosen features stand in one flat list. */
export interface HistogramLayout {
  readonly features: readonly number[];
  readonly offsets: readonly number[];
  readonly length: number;
}

export const layoutOf = (columns: BinnedColumns, features: readonly number[]): HistogramLayout => {
  const offsets: number[] = [];
  let length = 0;
  for (const feature of features) {
    offsets.push(length);
    length += ((columns.edges[feature] as Float64Array).length + 1) * FIELDS;
  }
  return { features, offsets, length };
};

export interface RowSums {
  readonly gradient: Float64Array;
  readonly weight: Float64Array;
}

/** Sums the rows into bins. The inner loop of all training: plain loops, no call in them. */
export const histogramOf = (
  columns: BinnedColumns,
  layout: HistogramLayout,
  sums: RowSums,
  rows: Int32Array,
): Float64Array => {
  const gradient = new Float64Array(rows.length);
  const weight = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    gradient[k] = sums.gradient[rows[k] as number] as number;
    weight[k] = sums.weight[rows[k] as number] as number;
  }
  const histogram = new Float64Array(layout.length);
  for (const [position, feature] of layout.features.entries()) {
    const bins = columns.bins[feature] as Uint8Array;
    const offset = layout.offsets[position] as number;
    for (let k = 0; k < rows.length; k++) {
      const cell = offset + (bins[rows[k] as number] as number) * FIELDS;
      (histogram[cell] as number) += gradient[k] as number;
      (histogram[cell + 1] as number) += weight[k] as number;
      (histogram[cell + 2] as number) += 1;
    }
  }
  return histogram;
};

/** What is left for one child when its sibling's rows are taken out, in place. */
export const subtractHistogram = (parent: Float64Array, sibling: Float64Array): Float64Array => {
  for (let cell = 0; cell < parent.length; cell++) (parent[cell] as number) -= sibling[cell] as number;
  return parent;
};
