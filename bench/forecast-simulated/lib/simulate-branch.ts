import { type SettledForecast, ShopForecaster } from "@callnext/core";
import { Branch } from "./branch.ts";
import { chanceOf } from "./chance.ts";
import type { Minute, Scenario } from "./scenario.ts";
import { simulateDay } from "./simulate-day.ts";

/** A forecast that was given to somebody, with the wait that came of it. Minutes. */
export interface SimulatedForecast {
  readonly day: number;
  /** Since a counter closed that day; null before, or where none did. */
  readonly sinceClosing: number | null;
  /** The line of the visitor's class. */
  readonly line: string;
  /** Given on joining, not on the way to the front. */
  readonly onJoining: boolean;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly wait: number;
}

const MINUTES_A_DAY = 1440;
/** 5 January 2026, a Monday. */
const FIRST_DAY = 20_458;
/** Fewer waits teach nothing that the mean pace does not know. */
const FIRST_TRAINING = 1_000;

/** The forecasts of a branch over some days, trained each night on its own past alone. */
export const simulateBranch = (
  scenario: Scenario,
  days: number,
  seed: number,
): readonly SimulatedForecast[] => {
  const chance = chanceOf(seed);
  const forecaster = new ShopForecaster(scenario.name, "training");
  const settled: (SettledForecast & { readonly day: number })[] = [];
  const closings: (Minute | null)[] = [];
  let today = 0;
  const branch = new Branch(scenario, FIRST_DAY * MINUTES_A_DAY, (event, before, after) => {
    for (const one of forecaster.advance(event, before, after)) settled.push({ ...one, day: today });
  });
  for (today = 0; today < days; today++) {
    if (settled.length >= FIRST_TRAINING) forecaster.retrain(seed * 1_000 + today);
    const closes = scenario.counterCloses;
    const counterClosesAt =
      closes !== null && today >= closes.fromDay
        ? closes.between[0] + chance.next() * (closes.between[1] - closes.between[0])
        : null;
    closings.push(counterClosesAt);
    const midnight = (FIRST_DAY + today) * MINUTES_A_DAY;
    simulateDay({ scenario, branch, chance, midnight, counterClosesAt });
  }
  const seen = new Set<string>();
  return settled.flatMap(({ ticketId, at, open, minutes, day }): SimulatedForecast[] => {
    const onJoining = !seen.has(ticketId);
    seen.add(ticketId);
    if (minutes === null) return [];
    const minute = at / 60_000 - (FIRST_DAY + day) * MINUTES_A_DAY;
    const closesAt = closings[day] ?? null;
    const sinceClosing = closesAt !== null && minute >= closesAt ? minute - closesAt : null;
    const { p10, p50, p90 } = open;
    return [{ day, sinceClosing, line: open.reading.queue, onJoining, p10, p50, p90, wait: minutes }];
  });
};
