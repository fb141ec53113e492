import { settledMinutes } from "./history/settled-wait.ts";
import { WaitHistory } from "./history/wait-history.ts";
import { dayOf, type LineReading } from "./line-reading.ts";
import { applyWaitModel, noModel } from "./model/apply-wait-model.ts";
import { ForecastRecord, missOf, type RecordSigns } from "./model/forecast-record.ts";
import { Ridge } from "./model/ridge.ts";
import { type Example, trainWaitModel } from "./model/train-wait-model.ts";
import { featureVector, RECORD_FLOOR, type WaitModel } from "./model/wait-model.ts";
import { AdaptiveRange, type Spread } from "./range/adaptive-range.ts";
import { waitFeatures } from "./wait-features.ts";

/** The wait of the last in line: probably between p10 and p90, as likely above p50 as below. Minutes. */
export interface WaitForecast {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** A forecast whose wait is not over. */
export interface OpenForecast extends WaitForecast {
  readonly reading: LineReading;
  readonly vector: Float64Array;
  readonly byPace: number;
  readonly centre: number;
  readonly signs: RecordSigns;
  readonly reach: Spread;
}

const KEPT_EXAMPLES = 120_000;
const CORRECTION_PENALTY = 200;
const SIGNS = 5;
/** A wait that ended somewhere in a gap this long teaches little. */
const LONG_GAP = 20;
const LONG_GAP_TRUST = 0.2;

/** Forecasts waits from a stream of readings and outcomes, and learns from its own misses. Time never goes back. */
export class WaitForecaster {
  readonly #history = new WaitHistory();
  readonly #record = new ForecastRecord();
  #range = new AdaptiveRange();
  readonly #correction = new Ridge(SIGNS, CORRECTION_PENALTY);
  readonly #examples: Example[] = [];
  #model = noModel;

  get examples(): number {
    return this.#examples.length;
  }

  forecast(reading: LineReading): OpenForecast {
    const features = waitFeatures(reading, this.#history.see(reading));
    const vector = featureVector(features);
    const { byPace } = features;
    const centre = this.#model.centre(vector, byPace);
    const signs = this.#record.signs(reading);
    const p50 = this.#model.corrected(centre, signs);
    const reach = this.#range.reach(reading.branch, this.#model.spread(vector, p50));
    const p10 = Math.max(0, p50 - reach.below);
    const open = { reading, vector, byPace, centre, signs, reach, p10, p50, p90: p50 + reach.above };
    this.#record.gave(open);
    return open;
  }

  /** The wait is over. `gapMinutes`: between the reading that showed it and the one before. */
  settle(forecast: OpenForecast, measured: number, gapMinutes: number): void {
    const { reading, vector, byPace, centre, signs, p50, reach } = forecast;
    const minutes = settledMinutes(measured, gapMinutes);
    const trust = gapMinutes > LONG_GAP ? LONG_GAP_TRUST : 1;
    this.#history.settle({ reading, minutes, byPace, knownAt: reading.at + measured });
    this.#record.settle(forecast, minutes);
    this.#range.settle(reading.branch, measured - p50, reach);
    this.#correction.add(signs, missOf(centre, minutes), (trust * (centre + RECORD_FLOOR) ** 1.2) / 60);
    const day = dayOf(reading.at);
    const group = `${reading.queue} ${String(day)}`;
    this.#examples.push({ vector, byPace, given: p50, minutes, day, trust, group });
    if (this.#examples.length > KEPT_EXAMPLES) this.#examples.splice(0, KEPT_EXAMPLES / 10);
  }

  /** The nightly job: learns from all waits that are over and goes on with what was learned. */
  retrain(seed: number): WaitModel {
    const isFirst = this.#model === noModel;
    const model = trainWaitModel(this.#examples, this.#correction.solve(), seed);
    this.#model = applyWaitModel(model);
    // The ranges of the mean pace were of another size; from model to model the size is measured anew.
    if (isFirst) this.#range = new AdaptiveRange();
    return model;
  }
}
