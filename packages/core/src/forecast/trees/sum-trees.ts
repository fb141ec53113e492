import { type BoostedTrees, LEAF } from "./boosted-trees.ts";
import { rightParts } from "./right-parts.ts";

/**
 * Makes a function of a model: features in, forecast out. The trees are laid end to end in typed lists, so that one
 * forecast is a few thousand steps through memory that stays in the cache.
 */
export const sumTrees = ({ start, trees }: BoostedTrees): ((x: Float64Array) => number) => {
  const feature = Int16Array.from(trees.flatMap((tree) => tree.feature));
  const number = Float64Array.from(trees.flatMap((tree) => tree.number));
  const right = new Int32Array(feature.length);
  const roots = new Int32Array(trees.length);
  let root = 0;
  for (const [index, tree] of trees.entries()) {
    roots[index] = root;
    for (const [node, part] of rightParts(tree).entries()) right[root + node] = root + part;
    root += tree.feature.length;
  }
  return (x) => {
    let sum = start;
    for (const first of roots) {
      let node = first;
      let asked = feature[node] as number;
      while (asked !== LEAF) {
        const yes = (x[asked] as number) < (number[node] as number);
        node = yes ? node + 1 : (right[node] as number);
        asked = feature[node] as number;
      }
      sum += number[node] as number;
    }
    return sum;
  };
};
