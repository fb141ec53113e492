import { settledMinutes } from "./history/settled-wait.ts";
import { type Surroundings, WaitHistory } from "./history/wait-history.ts";
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

/** What has to be kept of a forecast so that it can be recalled. */
export type RecalledForecast = Pick<OpenForecast, "p50" | "byPace" | "centre" | "signs" | "reach">;

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
  readonly #keepsExamples: boolean;
  #model = noModel;

  /** Without `keepsExamples` it learns but cannot be trained, and stays small. */
  constructor({ keepsExamples }: { readonly keepsExamples: boolean } = { keepsExamples: true }) {
    this.#keepsExamples = keepsExamples;
  }

  get examples(): number {
    return this.#examples.length;
  }

  /** Takes the reading, and gives a forecast whose end is to be told by `settle`. */
  forecast(reading: LineReading): OpenForecast {
    const open = this.#made(reading, this.#history.see(reading));
    this.#record.gave(open);
    return open;
  }

  /** A forecast for a reading that is not taken: nothing is learned from it. */
  peek(reading: LineReading): WaitForecast {
    const { p10, p50, p90 } = this.#made(reading, this.#history.peek(reading));
    return { p10, p50, p90 };
  }

  /** Takes a forecast that was given in the past, as it was given: what it said then is what counts in the record. */
  recall(reading: LineReading, given: RecalledForecast): OpenForecast {
    const vector = featureVector(waitFeatures(reading, this.#history.see(reading)));
    // Asked for its turning of the days alone: the signs of the past are those it was given with.
    this.#record.signs(reading);
    const { p50, reach } = given;
    const open = { ...given, reading, vector, p10: Math.max(0, p50 - reach.below), p90: p50 + reach.above };
    this.#record.gave(open);
    return open;
  }

  /** Goes on with a model that was trained before. Throws where it was made by another version. */
  adopt(model: WaitModel): void {
    this.#model = applyWaitModel(model);
  }

  #made(reading: LineReading, around: Surroundings): OpenForecast {
    const features = waitFeatures(reading, around);
    const vector = featureVector(features);
    const { byPace } = features;
    const centre = this.#model.centre(vector, byPace);
    const signs = this.#record.signs(reading);
    const p50 = this.#model.corrected(centre, signs);
    const reach = this.#range.reach(reading.branch, this.#model.spread(vector, p50));
    const p10 = Math.max(0, p50 - reach.below);
    return { reading, vector, byPace, centre, signs, reach, p10, p50, p90: p50 + reach.above };
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
    if (!this.#keepsExamples) return;
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
