import type { BoostedTrees } from "./boosted-trees.ts";

/**
 * Makes a function of a model: features in, forecast out. The trees are laid end to end in typed lists, so that one
 * forecast is a few thousand steps through memory that stays in the cache.
 */
export const sumTrees = (model: BoostedTrees): ((x: Float64Array) => number) => {
  const { start, trees } = model;
  const feature = Int16Array.from(trees.flatMap((tree) => tree.feature));
  const threshold = Float64Array.from(trees.flatMap((tree) => tree.threshold));
  const value = Float64Array.from(trees.flatMap((tree) => tree.value));
  const roots = new Int32Array(trees.length);
  const next = new Int32Array(feature.length);
  let root = 0;
  for (const [index, tree] of trees.entries()) {
    roots[index] = root;
    for (const [node, child] of tree.next.entries()) next[root + node] = root + child;
    root += tree.feature.length;
  }
  return (x) => {
    let sum = start;
    for (const first of roots) {
      let node = first;
      let asked = feature[node] as number;
      while (asked >= 0) {
        const yes = (x[asked] as number) < (threshold[node] as number);
        node = (next[node] as number) + (yes ? 0 : 1);
        asked = feature[node] as number;
      }
      sum += value[node] as number;
    }
    return sum;
  };
};
