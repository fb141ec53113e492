/**
 * `npm run bench:forecast-cost -- [--json FILE]`: what one forecast costs, after thirty days of a simulated branch, in
 * microseconds of processor time.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type LineReading, type OpenForecast, WaitForecaster } from "@callnext/core";
import { chanceOf } from "../forecast-simulated/lib/chance.ts";

const DAYS = 30;
const VISITORS_A_DAY = 200;
const FORECASTS_A_RUN = 2_000;
const RUNS = 21;
/** A Monday in June, nine in the morning, in minutes since 1970. */
const START = Date.UTC(2026, 5, 1, 9) / 60_000;

/** A branch with one line that has been learned from, and a reading of its last afternoon. */
function learned(): { readonly forecaster: WaitForecaster; readonly reading: LineReading } {
  const chance = chanceOf(1);
  const forecaster = new WaitForecaster();
  const line = { branch: "branch", queue: "line", counters: 2, setMinutes: 10 };
  let open: { readonly forecast: OpenForecast; readonly wait: number; readonly ends: number }[] = [];
  let reading: LineReading = { ...line, at: START, called: 0, waiting: 1 };
  for (let day = 0; day < DAYS; day++) {
    for (let called = 0; called < VISITORS_A_DAY; called++) {
      reading = {
        ...line,
        at: START + day * 1_440 + called * 2,
        called,
        waiting: 1 + Math.floor(chance.next() * 10),
      };
      for (const { forecast, wait } of open.filter(({ ends }) => ends <= reading.at))
        forecaster.settle(forecast, wait, 0);
      open = open.filter(({ ends }) => ends > reading.at);
      const wait = reading.waiting * 3 * (0.5 + chance.next());
      open.push({ forecast: forecaster.forecast(reading), wait, ends: reading.at + wait });
    }
    forecaster.retrain(day);
  }
  return { forecaster, reading: { ...reading, at: reading.at + 1 } };
}

function microseconds(forecaster: WaitForecaster, reading: LineReading): number {
  const began = process.cpuUsage();
  for (let index = 0; index < FORECASTS_A_RUN; index++)
    forecaster.peek({ ...reading, waiting: 1 + (index % 20) });
  const { user, system } = process.cpuUsage(began);
  return (user + system) / FORECASTS_A_RUN;
}

const { values } = parseArgs({ options: { json: { type: "string" } } });
const { forecaster, reading } = learned();
// The first runs are compiled; they do not count.
for (let run = 0; run < 3; run++) microseconds(forecaster, reading);
const runs = Array.from({ length: RUNS }, () => microseconds(forecaster, reading)).toSorted((a, b) => a - b);
const result = {
  least: runs[0],
  median: runs[Math.floor(RUNS / 2)],
  most: runs.at(-1),
  unit: "µs of processor time",
};
console.log(
  `one forecast: median ${result.median?.toFixed(1)} µs of processor time (${result.least?.toFixed(1)} to ${result.most?.toFixed(1)}, ${String(RUNS)} runs of ${String(FORECASTS_A_RUN)})`,
);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
