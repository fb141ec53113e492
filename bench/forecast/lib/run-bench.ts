import type { WaitForecast } from "@callnext/core";
import { ForecastFollower } from "./forecast-follower.ts";
import { walkForward } from "./replay.ts";
import { type Method, Report } from "./report.ts";
import { otherSimpleForecasts, rollingAverages, type SimpleForecast } from "./simple-forecasts.ts";
import type { WaitsRow } from "./waits-row.ts";
import { predictionsCsv } from "./write-predictions.ts";

const SEED = 1;

/** A forecast of one number has no range. */
const onlyMiddle = (p50: number): WaitForecast => ({ p10: Number.NaN, p50, p90: Number.NaN });

const simpleMethod =
  (rows: readonly WaitsRow[], kind: Method["kind"]) =>
  (simple: SimpleForecast): Method => ({
    name: simple.name,
    kind,
    forecasts: walkForward(rows, simple.make(), onlyMiddle),
  });

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Forecasts every row with Callnext's forecaster and says what it cost. */
const forecastAll = (rows: readonly WaitsRow[], say: (line: string) => void): WaitForecast[] => {
  let trainings = 0;
  let bytes = 0;
  const began = performance.now();
  const follower = new ForecastFollower(SEED, (model) => {
    trainings += 1;
    bytes = JSON.stringify(model).length;
  });
  const forecasts = walkForward(rows, follower, ({ p10, p50, p90 }) => ({ p10, p50, p90 }));
  say(
    `Forecast ${String(rows.length)} rows in ${seconds(performance.now() - began)}, ` +
      `trained ${String(trainings)} times; the last model is ${String(Math.round(bytes / 1000))} kB of JSON.`,
  );
  return forecasts;
};

const report = (rows: readonly WaitsRow[], methods: readonly Method[], say: (line: string) => void): void => {
  const days = [...new Set(rows.map((row) => row.date))].toSorted();
  const learned = Math.floor(days.length / 2);
  const from = days[learned] ?? "";
  const later = (row: WaitsRow): boolean => row.date >= from;
  const tables = new Report(rows, methods);
  const which = `the later ${String(days.length - learned)} of ${String(days.length)} days, from ${from} on`;
  say(`\nMinutes. Learned and tested walking forward; the tables show ${which}.`);
  say(`"rolling" is the rolling average that, seen afterwards, was best on these days.\n`);
  say(tables.overall(later));
  say(`\nBy office\n${tables.byOffice(later)}`);
  say(`\nBy the wait that came\n${tables.byWait(later)}`);
  say(`\nFrom the very first row on\n${tables.overall(() => true)}`);
};

/** Answers the predictions as CSV. */
export const runBench = (rows: readonly WaitsRow[], say: (line: string) => void): string => {
  const ours = forecastAll(rows, say);
  const methods: Method[] = [
    { name: "Callnext", kind: "ours", forecasts: ours },
    ...rollingAverages.map(simpleMethod(rows, "rolling")),
    ...otherSimpleForecasts.map(simpleMethod(rows, "other")),
  ];
  if (rows.length > 0) report(rows, methods, say);
  return predictionsCsv(rows, ours);
};
