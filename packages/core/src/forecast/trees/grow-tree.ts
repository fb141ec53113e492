import { bestSplit, type NodeSums, type Split, type SplitLimits } from "./best-split.ts";
import type { FlatTree } from "./boosted-trees.ts";
import { histogramOf, layoutOf, type HistogramLayout, type RowSums, subtractHistogram } from "./histogram.ts";
import type { BinnedColumns } from "./training-table.ts";

export interface GrowOptions extends SplitLimits {
  /** Splits one above the other. */
  readonly depth: number;
  readonly learningRate: number;
}

/** Leaf values are written into the model's JSON with so many digits. */
const VALUE_DIGITS = 5;

interface Growth {
  readonly columns: BinnedColumns;
  readonly layout: HistogramLayout;
  readonly sums: RowSums;
  readonly options: GrowOptions;
  readonly tree: { feature: number[]; threshold: number[]; next: number[]; value: number[] };
}

const addNode = ({ tree, options }: Growth, { gradient, weight }: NodeSums): number => {
  const value = (options.learningRate * gradient) / (weight + options.leafPenalty);
  tree.feature.push(-1);
  tree.threshold.push(0);
  tree.next.push(0);
  return tree.value.push(Number(value.toPrecision(VALUE_DIGITS))) - 1;
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
  for (const row of rows) {
    if ((bins[row] as number) <= split.bin) left[lefts++] = row;
    else right[rights++] = row;
  }
  return [left, right];
};

interface GrownNode {
  readonly index: number;
  readonly rows: Int32Array;
  readonly sums: NodeSums;
  /** Null: not yet summed. */
  readonly histogram: Float64Array | null;
  readonly depthLeft: number;
}

/** Splits one node and then its children. Of two children only the smaller is summed: the other is the rest. */
const grow = (growth: Growth, node: GrownNode): void => {
  const { columns, layout, options, tree } = growth;
  if (node.depthLeft === 0 || node.rows.length < 2 * options.minLeafRows) return;
  const histogram = node.histogram ?? histogramOf(columns, layout, growth.sums, node.rows);
  const split = bestSplit(histogram, layout, node.sums, options);
  if (split === null) return;
  const [left, right] = partition(node.rows, columns.bins[split.feature] as Uint8Array, split);
  const rest = {
    gradient: node.sums.gradient - split.left.gradient,
    weight: node.sums.weight - split.left.weight,
    rows: right.length,
  };
  const leftIndex = addNode(growth, split.left);
  addNode(growth, rest);
  tree.feature[node.index] = split.feature;
  tree.threshold[node.index] = (columns.edges[split.feature] as Float64Array)[split.bin] as number;
  tree.next[node.index] = leftIndex;
  const depthLeft = node.depthLeft - 1;
  let leftSums: Float64Array | null = null;
  let rightSums: Float64Array | null = null;
  if (depthLeft > 0) {
    const smaller = histogramOf(columns, layout, growth.sums, left.length < right.length ? left : right);
    const larger = subtractHistogram(histogram, smaller);
    [leftSums, rightSums] = left.length < right.length ? [smaller, larger] : [larger, smaller];
  }
  grow(growth, { index: leftIndex, rows: left, sums: split.left, histogram: leftSums, depthLeft });
  grow(growth, { index: leftIndex + 1, rows: right, sums: rest, histogram: rightSums, depthLeft });
};

/** One tree over the given rows and features, fitted to the gradients; every list of `sums` is weighted. */
export const growTree = (
  columns: BinnedColumns,
  features: readonly number[],
  rows: Int32Array,
  sums: RowSums,
  options: GrowOptions,
): FlatTree => {
  const layout = layoutOf(columns, features);
  const tree = { feature: [], threshold: [], next: [], value: [] };
  const growth: Growth = { columns, layout, sums, options, tree };
  const total = { gradient: 0, weight: 0, rows: rows.length };
  for (const row of rows) {
    total.gradient += sums.gradient[row] as number;
    total.weight += sums.weight[row] as number;
  }
  const index = addNode(growth, total);
  grow(growth, { index, rows, sums: total, histogram: null, depthLeft: options.depth });
  return tree;
};
