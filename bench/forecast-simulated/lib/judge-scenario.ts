import { ForecastFollower } from "../../forecast/lib/forecast-follower.ts";
import { walkForward } from "../../forecast/lib/replay.ts";
import { type Outcome, type Score, scoreOf } from "../../forecast/lib/score.ts";
import type { Scenario } from "./scenario.ts";
import { simulateBranch } from "./simulate-branch.ts";

/** Whoever joined this long after a counter closed is to be told the truth again, minutes. */
const RECOVERY = 120;

export interface Verdict {
  readonly name: string;
  /** After the first day. */
  readonly all: Score;
  /** By class of visitor. */
  readonly classes: Readonly<Record<string, Score>>;
  /** Up to two hours after a counter closed, and later that day; null where none did. */
  readonly soonAfterClosing: Score | null;
  readonly laterAfterClosing: Score | null;
}

interface Judged extends Outcome {
  readonly queueId: string;
  readonly sinceClosing: number | null;
}

/** Simulates some branches of one kind, forecasts each from its own past alone, and compares with what came. */
export const judgeScenario = (scenario: Scenario, days: number, seeds: readonly number[]): Verdict => {
  const judged = seeds.flatMap((seed): Judged[] => {
    const rows = simulateBranch(scenario, days, seed);
    const forecasts = walkForward(rows, new ForecastFollower(seed), ({ p10, p50, p90 }) => ({
      p10,
      p50,
      p90,
    }));
    return rows.flatMap(({ day, wait, queueId, sinceClosing }, index) => {
      const forecast = forecasts[index];
      return day === 0 || forecast === undefined ? [] : [{ ...forecast, wait, queueId, sinceClosing }];
    });
  });
  const afterClosing = judged.filter(({ sinceClosing }) => sinceClosing !== null);
  const soon = afterClosing.filter(({ sinceClosing }) => (sinceClosing ?? 0) < RECOVERY);
  const later = afterClosing.filter(({ sinceClosing }) => (sinceClosing ?? 0) >= RECOVERY);
  const classes = [...Map.groupBy(judged, ({ queueId }) => queueId)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: scenario.name,
    all: scoreOf(judged),
    classes: Object.fromEntries(classes.map(([name, of]) => [name, scoreOf(of)])),
    soonAfterClosing: scenario.counterCloses === null ? null : scoreOf(soon),
    laterAfterClosing: scenario.counterCloses === null ? null : scoreOf(later),
  };
};
