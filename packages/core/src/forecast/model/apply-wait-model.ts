import type { Spread } from "../range/adaptive-range.ts";
import { sumTrees } from "../trees/sum-trees.ts";
import { distances } from "./distances.ts";
import type { RecordSigns } from "./forecast-record.ts";
import {
  FEATURES,
  MODEL_VERSION,
  PACE_FLOOR,
  RECORD_FLOOR,
  SPREAD_FLOOR,
  type WaitModel,
} from "./wait-model.ts";

/** Nobody is called sooner than this after a reading. */
const SHORTEST_WAIT = 1;
/** A correction takes away or adds at most so much of the forecast. */
const MOST_LESS = -0.6;
const MOST_MORE = 1.5;
/** Reach to each side while nothing is learned, as a share of the forecast. */
const UNKNOWN_REACH = 0.7;

export interface AppliedModel {
  /** Minutes by the trees, before the record is looked at. */
  readonly centre: (vector: Float64Array, byPace: number) => number;
  readonly corrected: (centre: number, signs: RecordSigns) => number;
  readonly spread: (vector: Float64Array, corrected: number) => Spread;
}

/** Forecasts by the mean pace alone. */
export const noModel: AppliedModel = {
  centre: (_vector, byPace) => Math.max(SHORTEST_WAIT, byPace),
  corrected: (centre) => centre,
  spread: (_vector, corrected) => {
    const distance = UNKNOWN_REACH * (corrected + SPREAD_FLOOR);
    return { above: distance, below: distance };
  },
};

/** Makes a model ready for use. Throws where it was made for other features or by another version. */
export const applyWaitModel = (model: WaitModel): AppliedModel => {
  if (model.version !== MODEL_VERSION || model.features.join() !== FEATURES.join())
    throw new Error(`Model version ${String(model.version)} does not fit; train it again.`);
  const centre = sumTrees(model.centre);
  const distance = distances(model.above, model.below);
  const { reach } = model;
  return {
    centre: (vector, byPace) => Math.max(SHORTEST_WAIT, byPace + centre(vector) * (byPace + PACE_FLOOR)),
    corrected: (middle, signs) => {
      const sum = signs.reduce((total, sign, index) => total + sign * (model.correction[index] ?? 0), 0);
      const share = Math.max(MOST_LESS, Math.min(MOST_MORE, sum));
      return Math.max(SHORTEST_WAIT, middle + share * (middle + RECORD_FLOOR));
    },
    spread: (vector, corrected) => {
      const { above, below } = distance(vector, corrected);
      return { above: above * reach.above, below: below * reach.below };
    },
  };
};
