import { type FlatTree, LEAF } from "./boosted-trees.ts";

/** For each node that asks, where its right part begins; 0 for leaves. */
export const rightParts = ({ feature }: FlatTree): Int32Array => {
  const right = new Int32Array(feature.length);
  /** Nodes whose right part has not begun yet. */
  const waiting: number[] = [];
  for (const [node, asked] of feature.entries()) {
    const ended = node > 0 && feature[node - 1] === LEAF;
    const parent = ended ? waiting.pop() : undefined;
    if (parent !== undefined) right[parent] = node;
    if (asked !== LEAF) waiting.push(node);
  }
  return right;
};
