import type { BoostedTrees } from "../trees/boosted-trees.ts";
import type { WaitFeatures } from "../wait-features.ts";

/** The features that the trees are given. The order is written into each model. */
export const FEATURES = [
  "waiting",
  "counters",
  "waitingPerCounter",
  "setMinutes",
  "called",
  "minuteOfDay",
  "weekday",
  "perPerson",
  "perPersonAtThisHour",
  "perPersonByCounters",
  "byPace",
  "byPaceAtThisHour",
  "byPaceOfCounters",
  "meanWait",
  "longestWait",
  "waitsKnown",
  "byPaceOf30",
  "byPaceOf60",
  "byPaceOf120",
  "byPaceOfDay",
  "perPersonOf120",
  "dayAgainstUsual",
  "slowestUnfinished",
  "joinedToday",
  "joinedInHour",
  "sinceFirst",
  "leftUncalled",
  "leftAgainstCalled",
  "latelyAgainstUsual",
  "byWaitsLately",
  "byWaitsToday",
  "lastWait",
  "lastWaiting",
  "sinceMove",
  "sinceMoveInServices",
  "restOfStall",
  "restOfStallInBranch",
  "byStall",
  "todayRatio",
  "byProfile",
  "byProfileToday",
  "othersWaiting",
  "othersCounters",
  "othersStalled",
  "branchSlowness",
  "byBranchSlowness",
  "untilClosing",
  "untilClosingInWaits",
  "byAllPaces",
] as const satisfies readonly (keyof WaitFeatures)[];

export const featureVector = (features: WaitFeatures): Float64Array =>
  Float64Array.from(FEATURES, (name) => features[name]);

export const MODEL_VERSION = 1;

/** What one training leaves behind. Plain JSON, kept beside the branch's history. */
export interface WaitModel {
  readonly version: typeof MODEL_VERSION;
  readonly features: readonly string[];
  /** How far the wait is from what the mean pace says, as a share of that and `PACE_FLOOR`. */
  readonly centre: BoostedTrees;
  /** How far above and below the forecast the truth lies on average, as a share of that and `SPREAD_FLOOR`. */
  readonly above: BoostedTrees;
  readonly below: BoostedTrees;
  /** How many such average distances nine in ten truths stay within. */
  readonly reach: { readonly above: number; readonly below: number };
  /** What each sign of the record of past forecasts is worth (see `RecordSigns`). */
  readonly correction: readonly number[];
}

/** Minutes added before a share is taken, so that short waits do not make wild ones. */
export const PACE_FLOOR = 15;
export const SPREAD_FLOOR = 5;
export const RECORD_FLOOR = 10;
