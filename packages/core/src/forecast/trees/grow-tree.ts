import { bestSplit, type NodeSums, type Split, type SplitLimits } from "./best-split.ts";
import { type FlatTree, LEAF } from "./boosted-trees.ts";
import { histogramOf, layoutOf, type HistogramLayout, type RowSums, subtractHistogram } from "./histogram.ts";
import type { BinnedColumns } from "./training-table.ts";

export interface GrowOptions extends SplitLimits {
  /** Splits one above the other. */
  readonly depth: number;
  readonly learningRate: number;
}

/** Leaf values are written into the model's JSON with so many digits. */
const VALUE_DIGITS = 4;

interface Growth {
  readonly columns: BinnedColumns;
  readonly layout: HistogramLayout;
  readonly sums: RowSums;
  readonly options: GrowOptions;
  readonly tree: { feature: number[]; number: number[] };
}

const addLeaf = ({ tree, options }: Growth, { gradient, weight }: NodeSums): void => {
  const value = (options.learningRate * gradient) / (weight + options.leafPenalty);
  tree.feature.push(LEAF);
  tree.number.push(Number(value.toPrecision(VALUE_DIGITS)));
};

/** Splits a list of rows in the order they stand. */
const partition = (
  rows: Int32Array,
  bins: Uint8Array,
  split: Split,
): [left: Int32Array, right: Int32Array] => {
  const left = new Int32Array(split.left.rows);
  const right = new Int32Array(rows.length - split.left.rows);
  let lefts = 0;
  let rights = 0;
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k] as number;
    if ((bins[row] as number) <= split.bin) left[lefts++] = row;
    else right[rights++] = row;
  }
  return [left, right];
};

interface GrownNode {
  readonly rows: Int32Array;
  readonly sums: NodeSums;
  /** Null: not yet summed. */
  readonly histogram: Float64Array | null;
  readonly depthLeft: number;
}

/** The sums of both parts. Only the smaller is summed up: the other is the rest, in the place of the whole. */
const sumsOfParts = (
  { columns, layout, sums }: Growth,
  whole: Float64Array,
  left: Int32Array,
  right: Int32Array,
): [left: Float64Array, right: Float64Array] => {
  const leftIsSmaller = left.length < right.length;
  const smaller = histogramOf(columns, layout, sums, leftIsSmaller ? left : right);
  const larger = subtractHistogram(whole, smaller);
  return leftIsSmaller ? [smaller, larger] : [larger, smaller];
};

/** Writes a node and, where it is worth a split, its parts. */
const grow = (growth: Growth, node: GrownNode): void => {
  const { columns, options, tree } = growth;
  const { rows, sums, depthLeft } = node;
  if (depthLeft === 0 || rows.length < 2 * options.minLeafRows) {
    addLeaf(growth, sums);
    return;
  }
  const histogram = node.histogram ?? histogramOf(columns, growth.layout, growth.sums, rows);
  const split = bestSplit(histogram, growth.layout, sums, options);
  if (split === null) {
    addLeaf(growth, sums);
    return;
  }
  tree.feature.push(split.feature);
  tree.number.push((columns.edges[split.feature] as Float64Array)[split.bin] as number);
  const [left, right] = partition(rows, columns.bins[split.feature] as Uint8Array, split);
  const rest = {
    gradient: sums.gradient - split.left.gradient,
    weight: sums.weight - split.left.weight,
    rows: right.length,
  };
  const [leftSums, rightSums] = depthLeft > 1 ? sumsOfParts(growth, histogram, left, right) : [null, null];
  grow(growth, { rows: left, sums: split.left, histogram: leftSums, depthLeft: depthLeft - 1 });
  grow(growth, { rows: right, sums: rest, histogram: rightSums, depthLeft: depthLeft - 1 });
};

/** One tree over the given rows and features, fitted to the gradients, which are weighted already. */
export const growTree = (
  columns: BinnedColumns,
  features: readonly number[],
  rows: Int32Array,
  sums: RowSums,
  options: GrowOptions,
): FlatTree => {
  const layout = layoutOf(columns, features);
  const growth: Growth = { columns, layout, sums, options, tree: { feature: [], number: [] } };
  const total = { gradient: 0, weight: 0, rows: rows.length };
  for (const row of rows) {
    total.gradient += sums.gradient[row] as number;
    total.weight += sums.weight[row] as number;
  }
  grow(growth, { rows, sums: total, histogram: null, depthLeft: options.depth });
  return growth.tree;
};
