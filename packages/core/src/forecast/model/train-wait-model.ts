import type { Spread } from "../range/adaptive-range.ts";
import type { BoostedTrees } from "../trees/boosted-trees.ts";
import { binColumns } from "../trees/training-table.ts";
import { trainTrees, type TrainOptions } from "../trees/train-trees.ts";
import { distances } from "./distances.ts";
import { FEATURES, MODEL_VERSION, PACE_FLOOR, SPREAD_FLOOR, type WaitModel } from "./wait-model.ts";

/** A reading with its forecast and the wait that came of it. */
export interface Example {
  readonly vector: Float64Array;
  /** Minutes by the mean pace. */
  readonly byPace: number;
  /** The middle of the forecast that was given, before its wait was known. */
  readonly given: number;
  readonly minutes: number;
  readonly day: number;
  /** 0 to 1: a wait that was measured badly counts less. */
  readonly trust: number;
  /** Line and day. */
  readonly group: string;
}

const CENTRE: Omit<TrainOptions, "seed"> = {
  trees: 300,
  depth: 5,
  learningRate: 0.05,
  minLeafRows: 25,
  leafPenalty: 3,
  groupShare: 0.5,
  featureShare: 0.4,
};

const SPREAD: Omit<TrainOptions, "seed"> = {
  ...CENTRE,
  trees: 80,
  depth: 4,
  learningRate: 0.08,
  minLeafRows: 100,
};

/** Most parts a feature is cut into. */
const BINS = 48;
/** Between errors in minutes (2) and in shares (0): long waits weigh more, but not so much that only they count. */
const WEIGHT_POWER = 1.2;

/** Forecasts of a day ago tell so much less of how good today's are. */
const DAY_MEMORY = 0.85;
/** One line's day in so many is not for learning distances but for measuring how far they hold. */
const HELD_OUT = 3;
/** Nine in ten truths lie within each side of a range. */
const INSIDE = 0.9;

/** A range always reaches this many average distances, even where all truths known lay on the other side. */
const LEAST_REACH = 0.2;

/** The value below which a share of the weight lies. */
const weightedQuantile = (values: readonly { value: number; weight: number }[], share: number): number => {
  const ascending = values.toSorted((a, b) => a.value - b.value);
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  for (const { value, weight } of ascending) {
    below += weight;
    if (below >= share * total) return value;
  }
  return ascending.at(-1)?.value ?? 1;
};

const numbered = (groups: readonly string[]): Int32Array => {
  const numbers = new Map<string, number>();
  return Int32Array.from(groups, (group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
};

/** How many average distances hold nine in ten of the truths that are known. */
const reachOf = (
  examples: readonly Example[],
  above: BoostedTrees,
  below: BoostedTrees,
  weightOf: (example: Example) => number,
): Spread => {
  const distance = distances(above, below);
  const misses = examples.map((example) => {
    const far = distance(example.vector, example.given);
    const miss = example.minutes - example.given;
    return { above: miss / far.above, below: -miss / far.below, weight: weightOf(example) };
  });
  const within = (side: keyof Spread): number => {
    const sided = misses.map((miss) => ({ value: miss[side], weight: miss.weight }));
    return Math.max(LEAST_REACH, weightedQuantile(sided, INSIDE));
  };
  return { above: within("above"), below: within("below") };
};

type Learn = (
  options: Omit<TrainOptions, "seed">,
  target: (example: Example) => number,
  weight: (example: Example, index: number) => number,
  part: number,
) => BoostedTrees;

const learner = (examples: readonly Example[], group: Int32Array, seed: number): Learn => {
  const columns = binColumns(
    examples.map((example) => example.vector),
    FEATURES.length,
    BINS,
  );
  return (options, target, weight, part) =>
    trainTrees(
      {
        columns,
        group,
        target: Float64Array.from(examples, target),
        weight: Float64Array.from(examples, weight),
      },
      { ...options, seed: seed * 8 + part },
    );
};

/** The trees for the distances, and how far those hold on lines' days that the trees have not seen. */
const learnRange = (
  examples: readonly Example[],
  group: Int32Array,
  learn: Learn,
): Pick<WaitModel, "above" | "below" | "reach"> => {
  const lastDay = examples.at(-1)?.day ?? 0;
  const freshness = ({ trust, day }: Example): number => trust * DAY_MEMORY ** (lastDay - day);
  const isEnough = new Set(group).size >= HELD_OUT;
  const isHeldOut = (index: number): boolean => isEnough && (group[index] as number) % HELD_OUT === 0;
  const weight = (example: Example, index: number): number => (isHeldOut(index) ? 0 : freshness(example));
  const share = (distance: number, given: number): number => Math.max(0, distance) / (given + SPREAD_FLOOR);
  const above = learn(SPREAD, ({ minutes, given }) => share(minutes - given, given), weight, 1);
  const below = learn(SPREAD, ({ minutes, given }) => share(given - minutes, given), weight, 2);
  const unseen = isEnough ? examples.filter((_, index) => isHeldOut(index)) : examples;
  return { above, below, reach: reachOf(unseen, above, below, freshness) };
};

/** Learns from what is over. The same examples in the same order and the same seed give the same model. */
export const trainWaitModel = (
  examples: readonly Example[],
  correction: readonly number[],
  seed: number,
): WaitModel => {
  const group = numbered(examples.map((example) => example.group));
  const learn = learner(examples, group, seed);
  const centre = learn(
    CENTRE,
    ({ minutes, byPace }) => (minutes - byPace) / (byPace + PACE_FLOOR),
    ({ byPace, trust }) => trust * (byPace + PACE_FLOOR) ** WEIGHT_POWER,
    0,
  );
  const range = learnRange(examples, group, learn);
  return { version: MODEL_VERSION, features: FEATURES, centre, ...range, correction };
};
