import { type Score, scoreOf } from "../../forecast/lib/score.ts";
import type { Scenario } from "./scenario.ts";
import { simulateBranch } from "./simulate-branch.ts";

/** Whoever joined this long after a counter closed is to be told the truth again, minutes. */
const RECOVERY = 120;

export interface Verdict {
  readonly name: string;
  /** After the first day: what was said on joining, and what was said on the way to the front. */
  readonly onJoining: Score;
  readonly onTheWay: Score;
  /** By class of visitor, all of it. */
  readonly classes: Readonly<Record<string, Score>>;
  /** Up to two hours after a counter closed, and later that day; null where none did. */
  readonly soonAfterClosing: Score | null;
  readonly laterAfterClosing: Score | null;
}

/** Simulates some branches of one kind, forecasts each from its own past alone, and compares with what came. */
export const judgeScenario = (scenario: Scenario, days: number, seeds: readonly number[]): Verdict => {
  const judged = seeds.flatMap((seed) => simulateBranch(scenario, days, seed).filter(({ day }) => day > 0));
  const joining = judged.filter(({ onJoining }) => onJoining);
  const afterClosing = joining.filter(({ sinceClosing }) => sinceClosing !== null);
  const soon = afterClosing.filter(({ sinceClosing }) => (sinceClosing ?? 0) < RECOVERY);
  const later = afterClosing.filter(({ sinceClosing }) => (sinceClosing ?? 0) >= RECOVERY);
  const classes = [...Map.groupBy(judged, ({ line }) => line)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: scenario.name,
    onJoining: scoreOf(joining),
    onTheWay: scoreOf(judged.filter(({ onJoining }) => !onJoining)),
    classes: Object.fromEntries(classes.map(([name, of]) => [name, scoreOf(of)])),
    soonAfterClosing: scenario.counterCloses === null ? null : scoreOf(soon),
    laterAfterClosing: scenario.counterCloses === null ? null : scoreOf(later),
  };
};
