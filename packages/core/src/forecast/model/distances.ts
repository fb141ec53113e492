import type { Spread } from "../range/adaptive-range.ts";
import type { BoostedTrees } from "../trees/boosted-trees.ts";
import { sumTrees } from "../trees/sum-trees.ts";
import { SPREAD_FLOOR } from "./wait-model.ts";

/** No forecast is surer than this share of itself. */
const LEAST_SHARE = 0.02;

/** How far above and below a forecast the truth lies on average, in minutes. */
export const distances = (
  above: BoostedTrees,
  below: BoostedTrees,
): ((vector: Float64Array, forecast: number) => Spread) => {
  const up = sumTrees(above);
  const down = sumTrees(below);
  return (vector, forecast) => ({
    above: Math.max(LEAST_SHARE, up(vector)) * (forecast + SPREAD_FLOOR),
    below: Math.max(LEAST_SHARE, down(vector)) * (forecast + SPREAD_FLOOR),
  });
};
