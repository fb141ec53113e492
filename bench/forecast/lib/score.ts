import type { WaitForecast } from "@callnext/core";

/** How well some forecasts did. Minutes. */
export interface Score {
  readonly count: number;
  readonly mae: number;
  readonly mse: number;
  readonly rmse: number;
  /** Forecast less truth: above zero, people were told too long a wait. */
  readonly bias: number;
  /** Share of truths between p10 and p90; NaN for forecasts without a range. */
  readonly coverage: number;
  /** Mean of p90 less p10. */
  readonly width: number;
}

/** One forecast and the wait that came. */
export interface Outcome extends WaitForecast {
  readonly wait: number;
}

export const scoreOf = (outcomes: readonly Outcome[]): Score => {
  const count = outcomes.length;
  const mean = (value: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + value(outcome), 0) / count;
  const mse = mean(({ p50, wait }) => (p50 - wait) ** 2);
  return {
    count,
    mse,
    rmse: Math.sqrt(mse),
    mae: mean(({ p50, wait }) => Math.abs(p50 - wait)),
    bias: mean(({ p50, wait }) => p50 - wait),
    coverage: mean(({ p10, p90, wait }) => (p10 <= wait && wait <= p90 ? 1 : 0)),
    width: mean(({ p10, p90 }) => p90 - p10),
  };
};
