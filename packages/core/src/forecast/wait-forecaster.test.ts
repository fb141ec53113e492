import fc from "fast-check";
import { expect, test } from "vitest";
import type { LineReading } from "./line-reading.ts";
import { randomStream } from "./trees/random-stream.ts";
import { type OpenForecast, type WaitForecast, WaitForecaster } from "./wait-forecaster.ts";

const START = Date.UTC(2026, 5, 1) / 60_000 + 9 * 60;

interface Sample {
  readonly reading: LineReading;
  readonly wait: number;
}

/** Readings of three lines every five minutes; a wait is about the people ahead times the line's pace. */
const samples = (seed: number, days: number, lengths = 80): Sample[] => {
  const random = randomStream(seed);
  const list: Sample[] = [];
  for (let step = 0; step < days * lengths; step++) {
    const day = Math.floor(step / lengths);
    for (const [index, queue] of ["A", "B", "C"].entries()) {
      const waiting = 1 + Math.floor(random() * 9);
      const reading = {
        branch: index < 2 ? "north" : "south",
        queue,
        at: START + day * 1440 + (step % lengths) * 5,
        called: Math.floor((step % lengths) / 2),
        waiting,
        counters: 2,
        setMinutes: 10,
      };
      const wait = Math.max(1, Math.round(waiting * (2 + index) * (0.5 + random())));
      list.push({ reading, wait });
    }
  }
  return list;
};

const range = ({ p10, p50, p90 }: WaitForecast): WaitForecast => ({ p10, p50, p90 });

/** Walks through samples in time; trains at the first reading of each day. */
const walk = (list: readonly Sample[], seed = 1): WaitForecast[] => {
  const forecaster = new WaitForecaster();
  let open: { sample: Sample; forecast: OpenForecast }[] = [];
  let day = 0;
  return list.map((sample) => {
    const { at } = sample.reading;
    const over = ({ sample: { reading, wait } }: (typeof open)[number]): boolean => reading.at + wait <= at;
    for (const { sample: ended, forecast } of open.filter(over)) forecaster.settle(forecast, ended.wait, 5);
    open = open.filter((entry) => !over(entry));
    const today = Math.floor((at - START) / 1440);
    if (today !== day) forecaster.retrain(seed);
    day = today;
    const forecast = forecaster.forecast(sample.reading);
    open.push({ sample, forecast });
    return range(forecast);
  });
};

test("W4 the first forecast of all is the set duration times the people ahead by the open counters", () => {
  const [first] = walk([
    {
      reading: { branch: "b", queue: "q", at: START, called: 3, waiting: 6, counters: 2, setMinutes: 8 },
      wait: 1,
    },
  ]);
  expect(first?.p50).toBe(24);
  expect(first?.p10).toBeLessThan(24);
  expect(first?.p90).toBeGreaterThan(24);
});

test("W4 nothing set, nothing open, nobody waiting: still a finite forecast", () => {
  const forecaster = new WaitForecaster();
  const bare = { branch: "b", queue: "q", called: 0, waiting: 0, counters: 0, setMinutes: 0 };
  const { p10, p50, p90 } = forecaster.forecast({ ...bare, at: START });
  expect([p10, p50, p90].every((minutes) => Number.isFinite(minutes) && minutes >= 0)).toBe(true);
});

test("W1 ranges are in order and finite for any readings", () => {
  const count = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          gap: fc.integer({ min: 0, max: 400 }),
          queue: fc.constantFrom("A", "B"),
          called: count,
          waiting: count,
          counters: fc.integer({ min: 0, max: 9 }),
          setMinutes: fc.integer({ min: 0, max: 90 }),
          wait: fc.integer({ min: 0, max: 1440 }),
        }),
        { maxLength: 60 },
      ),
      (steps) => {
        let at = START;
        const list = steps.map(({ gap, wait, ...reading }) => {
          at += gap;
          return { reading: { ...reading, branch: "b", at }, wait };
        });
        for (const { p10, p50, p90 } of walk(list)) {
          expect(p10).toBeGreaterThanOrEqual(0);
          expect(p50).toBeGreaterThanOrEqual(p10);
          expect(p90).toBeGreaterThanOrEqual(p50);
          expect(Number.isFinite(p90)).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("W2 what has not happened yet changes nothing: other waits and readings after a moment, same forecasts before", () => {
  const list = samples(1, 3);
  const whole = walk(list);
  for (const cut of [100, 600]) {
    const moment = list[cut]?.reading.at ?? 0;
    const changed = list.map(({ reading, wait }, index) => ({
      reading: reading.at > moment ? { ...reading, waiting: (index * 7) % 50, called: 0 } : reading,
      wait: reading.at + wait > moment ? moment - reading.at + 1 + ((index * 13) % 200) : wait,
    }));
    const before = list.filter(({ reading }) => reading.at <= moment).length;
    expect(walk(changed).slice(0, before)).toEqual(whole.slice(0, before));
    expect(walk(changed).slice(before)).not.toEqual(whole.slice(before));
  }
});

test("W2 lines read in the same minute do not learn of each other", () => {
  const list = samples(2, 2);
  const moment = list.at(-1)?.reading.at;
  const now = list.filter(({ reading }) => reading.at === moment);
  const past = list.filter(({ reading }) => reading.at !== moment);
  const forwards = walk([...past, ...now]).slice(past.length);
  const backwards = walk([...past, ...now.toReversed()]).slice(past.length);
  expect(backwards.toReversed()).toEqual(forwards);
});

test("W3 the same seed gives the same forecasts", () => {
  const list = samples(3, 3);
  expect(walk(list, 5)).toEqual(walk(list, 5));
});

test("W5 after some days it beats the set duration by far and its ranges hold about four times out of five", () => {
  const list = samples(4, 8);
  const forecasts = walk(list);
  const late = [...list.entries()].slice(list.length / 2);
  const mse = (forecastOf: (index: number, sample: Sample) => number): number =>
    late.reduce((sum, [index, sample]) => sum + (forecastOf(index, sample) - sample.wait) ** 2, 0) /
    late.length;
  const ours = mse((index) => forecasts[index]?.p50 ?? 0);
  const set = mse((_, { reading }) => (reading.waiting * reading.setMinutes) / reading.counters);
  expect(ours).toBeLessThan(set / 2);
  const inside = late.filter(([index, { wait }]) => {
    const forecast = forecasts[index];
    return forecast !== undefined && forecast.p10 <= wait && wait <= forecast.p90;
  });
  expect(inside.length / late.length).toBeGreaterThan(0.76);
  expect(inside.length / late.length).toBeLessThan(0.84);
});

test("W2 time that goes back is refused", () => {
  const forecaster = new WaitForecaster();
  const reading = { branch: "b", queue: "q", at: START, called: 1, waiting: 1, counters: 1, setMinutes: 5 };
  forecaster.forecast(reading);
  expect(() => forecaster.forecast({ ...reading, at: START - 1 })).toThrow(/order of time/);
});
