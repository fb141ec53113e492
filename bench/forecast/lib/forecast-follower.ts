import { dayOf, type OpenForecast, WaitForecaster, type WaitModel } from "@callnext/core";
import type { Follower } from "./replay.ts";
import type { WaitsRow } from "./waits-row.ts";

/** Fewer waits teach nothing that the mean pace does not know. */
const FIRST_TRAINING = 1000;
/** Within a day we train only while each doubling of what is known makes a new day of it. */
const GROWTH_WITHIN_DAY = 2;
/** A night that brought less than this share of new waits is skipped: files of years stay quick. */
const GROWTH_AT_NIGHT = 1.05;

/** Callnext's forecaster, trained each night on the waits that are over by then. */
export class ForecastFollower implements Follower<OpenForecast> {
  readonly #forecaster = new WaitForecaster();
  readonly #seed: number;
  /** Told of each training: the model and the waits it was learned from. */
  readonly #trained: (model: WaitModel, waits: number) => void;
  #trainings = 0;
  #learnedFrom = 0;
  #settled = 0;
  #day: number | null = null;

  constructor(seed: number, trained: (model: WaitModel, waits: number) => void = () => undefined) {
    this.#seed = seed;
    this.#trained = trained;
  }

  see({ reading }: WaitsRow): OpenForecast {
    const day = dayOf(reading.at);
    const growth = this.#day === day ? GROWTH_WITHIN_DAY : GROWTH_AT_NIGHT;
    this.#day = day;
    const enough = this.#learnedFrom === 0 ? FIRST_TRAINING : this.#learnedFrom * growth;
    if (this.#settled >= enough) this.#train();
    return this.#forecaster.forecast(reading);
  }

  settle({ wait, gap }: WaitsRow, forecast: OpenForecast): void {
    this.#settled += 1;
    this.#forecaster.settle(forecast, wait, gap);
  }

  #train(): void {
    const model = this.#forecaster.retrain(this.#seed + this.#trainings);
    this.#trainings += 1;
    this.#learnedFrom = this.#settled;
    this.#trained(model, this.#settled);
  }
}
