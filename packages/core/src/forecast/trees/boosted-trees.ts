/**
 * One regression tree as flat lists: node i asks `x[feature[i]] < threshold[i]` and goes on at `next[i]` (yes) or
 * `next[i] + 1` (no); where `feature[i]` is -1 it ends with `value[i]`. Children always come after their parent.
 */
export interface FlatTree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly next: readonly number[];
  readonly value: readonly number[];
}

/** `start` plus one value of each tree. Plain JSON. */
export interface BoostedTrees {
  readonly start: number;
  readonly trees: readonly FlatTree[];
}
