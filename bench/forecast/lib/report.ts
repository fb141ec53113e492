import type { WaitForecast } from "@callnext/core";
import { type Outcome, type Score, scoreOf } from "./score.ts";
import { table } from "./table.ts";
import type { WaitsRow } from "./waits-row.ts";

/** Forecasts of one method for all rows. */
export interface Method {
  readonly name: string;
  readonly kind: "ours" | "rolling" | "other";
  readonly forecasts: readonly WaitForecast[];
}

type Chosen = (row: WaitsRow) => boolean;

const WAIT_CLASSES = [0, 5, 10, 20, 40, 80, 160, Infinity] as const;

const numbers = ({ count, mae, rmse, mse, bias, coverage, width }: Score): string[] => [
  String(count),
  mae.toFixed(1),
  rmse.toFixed(1),
  mse.toFixed(1),
  bias.toFixed(1),
  Number.isNaN(coverage) ? "–" : `${(100 * coverage).toFixed(1)} %`,
  Number.isNaN(width) ? "–" : width.toFixed(1),
];

const HEAD = ["rows", "MAE", "RMSE", "MSE", "bias", "in range", "width"] as const;

const change = (mse: number, reference: number): string => {
  const share = 100 * (mse / reference - 1);
  return `${share > 0 ? "+" : share < 0 ? "−" : ""}${Math.abs(share).toFixed(1)} %`;
};

/** The lines of a report on several methods over the same rows. */
export class Report {
  readonly #rows: readonly WaitsRow[];
  readonly #methods: readonly Method[];

  constructor(rows: readonly WaitsRow[], methods: readonly Method[]) {
    this.#rows = rows;
    this.#methods = methods;
  }

  /** Every method, and how its squared error compares with the best rolling average's. */
  overall(chosen: Chosen): string {
    const scored = this.#methods.map((method) => ({ method, score: this.#score(method, chosen) }));
    const best = Math.min(
      ...scored.filter(({ method }) => method.kind === "rolling").map(({ score }) => score.mse),
    );
    const lines = scored.map(({ method, score }) => [
      method.name,
      ...numbers(score),
      change(score.mse, best),
    ]);
    return table(["", ...HEAD, "MSE against the best rolling average"], lines);
  }

  /** Our forecasts by a property of the row, beside the rolling average that is best over all of them. */
  by(chosen: Chosen, names: readonly string[], nameOf: (row: WaitsRow) => string): string {
    const ours = this.#methods.find((method) => method.kind === "ours");
    const rolling = this.#methods
      .filter((method) => method.kind === "rolling")
      .toSorted((a, b) => this.#score(a, chosen).mse - this.#score(b, chosen).mse)[0];
    if (ours === undefined || rolling === undefined) throw new Error("A method to compare is missing.");
    const lines = names.flatMap((name) => {
      const within: Chosen = (row) => chosen(row) && nameOf(row) === name;
      const score = this.#score(ours, within);
      const reference = this.#score(rolling, within).mse;
      return score.count === 0
        ? []
        : [[name, ...numbers(score), reference.toFixed(1), change(score.mse, reference)]];
    });
    return table(["", ...HEAD, "rolling MSE", "change"], lines);
  }

  byOffice(chosen: Chosen): string {
    const offices = [...new Set(this.#rows.map((row) => row.office))].toSorted();
    return this.by(chosen, offices, (row) => row.office);
  }

  byWait(chosen: Chosen): string {
    const names = WAIT_CLASSES.slice(0, -1).map((from, index) => {
      const to = WAIT_CLASSES[index + 1] ?? Infinity;
      return to === Infinity ? `${String(from)} min and more` : `${String(from)} to ${String(to)} min`;
    });
    return this.by(
      chosen,
      names,
      ({ wait }) => names[WAIT_CLASSES.findLastIndex((from) => from <= wait)] ?? "",
    );
  }

  #score({ forecasts }: Method, chosen: Chosen): Score {
    const outcomes: Outcome[] = [];
    for (const [index, row] of this.#rows.entries()) {
      const forecast = forecasts[index];
      if (forecast !== undefined && chosen(row)) outcomes.push({ ...forecast, wait: row.wait });
    }
    return scoreOf(outcomes);
  }
}
