/** A bin's number must fit in a byte. */
export const MOST_BINS = 255;

/**
 * Values at which a column is cut into at most `bins` parts of about equal count, ascending and distinct.
 * A value belongs to the part after the last edge that is not above it.
 */
export const binEdges = (column: Float64Array, bins: number): Float64Array => {
  if (bins < 2 || bins > MOST_BINS) throw new Error(`${String(bins)} bins, not 2 to ${String(MOST_BINS)}.`);
  const sorted = Float64Array.from(column).sort();
  const edges: number[] = [];
  for (let bin = 1; bin < bins; bin++) {
    const edge = sorted[Math.floor((sorted.length * bin) / bins)];
    const below = edges.at(-1) ?? sorted[0];
    if (edge !== undefined && below !== undefined && edge > below) edges.push(edge);
  }
  return Float64Array.from(edges);
};

/** The number of edges that are not above the value. */
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

export const binned = (column: Float64Array, edges: Float64Array): Uint8Array =>
  Uint8Array.from(column, (value) => binOf(edges, value));
