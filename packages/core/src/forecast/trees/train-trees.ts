import { type BoostedTrees, type FlatTree, LEAF } from "./boosted-trees.ts";
import { growTree, type GrowOptions } from "./grow-tree.ts";
import { randomStream } from "./random-stream.ts";
import { rightParts } from "./right-parts.ts";
import type { BinnedColumns, TrainingRows } from "./training-table.ts";

export interface TrainOptions extends GrowOptions {
  readonly trees: number;
  /** Share of the groups that one tree sees. */
  readonly groupShare: number;
  /** Share of the features that one tree sees. */
  readonly featureShare: number;
  readonly seed: number;
}

const weightedMean = (values: Float64Array, weights: Float64Array): number => {
  let sum = 0;
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    sum += (values[row] as number) * (weights[row] as number);
    total += weights[row] as number;
  }
  return total === 0 ? 0 : sum / total;
};

/** Rows of the groups that the draw keeps. */
const drawRows = (group: Int32Array, groups: number, share: number, random: () => number): Int32Array => {
  const kept = Uint8Array.from({ length: groups }, () => (random() < share ? 1 : 0));
  const rows = new Int32Array(group.length);
  let count = 0;
  for (let row = 0; row < group.length; row++) {
    if (kept[group[row] as number] === 1) rows[count++] = row;
  }
  return rows.subarray(0, count);
};

const drawFeatures = (columns: BinnedColumns, share: number, random: () => number): number[] =>
  columns.edges.flatMap((edges, feature) => (random() < share && edges.length > 0 ? [feature] : []));

/** What a tree says about each row of the training set. */
const addTree = (tree: FlatTree, { bins, edges }: BinnedColumns, sum: Float64Array): void => {
  const right = rightParts(tree);
  const lastLeft = tree.feature.map((feature, node) =>
    feature === LEAF ? 0 : (edges[feature] as Float64Array).indexOf(tree.number[node] as number),
  );
  for (let row = 0; row < sum.length; row++) {
    let node = 0;
    let feature = tree.feature[0] as number;
    while (feature !== LEAF) {
      const bin = (bins[feature] as Uint8Array)[row] as number;
      node = bin <= (lastLeft[node] as number) ? node + 1 : (right[node] as number);
      feature = tree.feature[node] as number;
    }
    (sum[row] as number) += tree.number[node] as number;
  }
};

/**
 * Gradient boosting of regression trees on binned features, for the weighted squared error: each tree is fitted to
 * what the sum of those before it still gets wrong, on a part of the groups and of the features. The same rows,
 * options and seed give the same trees.
 */
export const trainTrees = (rows: TrainingRows, options: TrainOptions): BoostedTrees => {
  const random = randomStream(options.seed);
  const { columns } = rows;
  const count = rows.target.length;
  const groups = rows.group.reduce((most, group) => Math.max(most, group + 1), 0);
  const start = weightedMean(rows.target, rows.weight);
  const sum = new Float64Array(count).fill(start);
  const scale = count / rows.weight.reduce((total, weight) => total + weight, 0);
  const weight = rows.weight.map((value) => value * scale);
  const gradient = new Float64Array(count);
  const trees: FlatTree[] = [];
  for (let step = 0; step < options.trees && count > 0; step++) {
    const drawn = drawRows(rows.group, groups, options.groupShare, random);
    const features = drawFeatures(columns, options.featureShare, random);
    for (let row = 0; row < count; row++) {
      gradient[row] = (weight[row] as number) * ((rows.target[row] as number) - (sum[row] as number));
    }
    const tree = growTree(columns, features, drawn, { gradient, weight }, options);
    addTree(tree, columns, sum);
    trees.push(tree);
  }
  return { start, trees };
};
