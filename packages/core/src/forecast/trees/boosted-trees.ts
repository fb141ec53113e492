/**
 * One regression tree as flat lists in the order node, its left part, its right part. Node i asks
 * `x[feature[i]] < number[i]` and goes left on yes; where `feature[i]` is `LEAF` it ends with `number[i]`.
 */
export interface FlatTree {
  readonly feature: readonly number[];
  readonly number: readonly number[];
}

export const LEAF = -1;

/** `start` plus one number of each tree. Plain JSON. */
export interface BoostedTrees {
  readonly start: number;
  readonly trees: readonly FlatTree[];
}
