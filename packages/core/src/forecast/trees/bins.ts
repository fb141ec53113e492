/** A bin's number must fit in a byte. */
const MOST_BINS = 256;
/** Edges are written into the model's JSON; more digits make it longer, not better. */
const EDGE_DIGITS = 5;
/** So many values are enough to cut a column into equal parts. */
const SAMPLE = 20_000;

const sampled = (column: Float64Array): Float64Array => {
  const step = Math.max(1, Math.ceil(column.length / SAMPLE));
  const sample = new Float64Array(Math.ceil(column.length / step));
  for (let index = 0; index < sample.length; index++) sample[index] = column[index * step] as number;
  return sample;
};

/**
 * Values at which a column is cut into at most `bins` parts of about equal count, ascending and distinct.
 * A value belongs to the part after the last edge that is not above it.
 */
export const binEdges = (column: Float64Array, bins: number): Float64Array => {
  if (bins < 2 || bins > MOST_BINS) throw new Error(`${String(bins)} bins, not 2 to ${String(MOST_BINS)}.`);
  const sorted = sampled(column).toSorted();
  const edges: number[] = [];
  for (let bin = 1; bin < bins; bin++) {
    const value = sorted[Math.floor((sorted.length * bin) / bins)];
    const below = edges.at(-1) ?? sorted[0];
    if (value === undefined || below === undefined) break;
    const edge = Number(value.toPrecision(EDGE_DIGITS));
    if (edge > below) edges.push(edge);
  }
  return Float64Array.from(edges);
};

/** How many of the edges are not above the value. */
const binOf = (edges: Float64Array, value: number): number => {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value < (edges[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** The number of each value's part. */
export const binned = (column: Float64Array, edges: Float64Array): Uint8Array => {
  const bins = new Uint8Array(column.length);
  for (let row = 0; row < column.length; row++) bins[row] = binOf(edges, column[row] as number);
  return bins;
};
