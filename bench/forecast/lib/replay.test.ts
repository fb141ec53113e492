import { expect, test } from "vitest";
import { ForecastFollower } from "./forecast-follower.ts";
import { type Follower, walkForward } from "./replay.ts";
import { shippedRows } from "./shipped-rows.ts";
import { otherSimpleForecasts, rollingAverages } from "./simple-forecasts.ts";
import type { WaitsRow } from "./waits-row.ts";

/** Four offices, the first three days. */
const OFFICES = ["UD_Ursus", "UD_Rembertow", "USC_Andersa", "USC_Falecka"];
const rows = shippedRows().filter(({ office, date }) => OFFICES.includes(office) && date <= "2020-01-02");

const shuffled = <Item>(items: readonly Item[]): Item[] => {
  const keyed = items.map((item, index) => ({ item, key: (index * 7919) % 10_007 }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
};

/** The same rows up to a moment; after it other lines, other waits, and all in another order. */
const otherFuture = (moment: number): WaitsRow[] => {
  const known = rows.filter(({ reading }) => reading.at <= moment);
  const later = shuffled(rows.filter(({ reading }) => reading.at > moment));
  const swapped = later.map((row, index) => ({
    ...row,
    wait: later[later.length - 1 - index]?.wait ?? 0,
    reading: { ...row.reading, waiting: (index * 31) % 40, called: index % 90 },
  }));
  const unfinished = known.map((row, index) =>
    row.reading.at + row.wait > moment
      ? { ...row, wait: moment - row.reading.at + 1 + ((index * 17) % 200), gap: index % 60 }
      : row,
  );
  return [...unfinished, ...swapped];
};

const text = (value: unknown): string => JSON.stringify(value);

/** Whether what is said of the rows up to a moment stays the same when all that comes later changes. */
const isBlindToTheFuture = <Given>(make: () => Follower<Given>, answer: (given: Given) => unknown): boolean =>
  [0.2, 0.55, 0.9].every((share) => {
    const moments = rows.map(({ reading }) => reading.at).toSorted((a, b) => a - b);
    const moment = moments[Math.floor(share * moments.length)] ?? 0;
    const said = walkForward(rows, make(), answer);
    const before = said.filter((_, index) => (rows[index]?.reading.at ?? 0) <= moment);
    const again = walkForward(otherFuture(moment), make(), answer).slice(0, before.length);
    return text(again) === text(before);
  });

test("no forecast changes when the future is shuffled and replaced", { timeout: 120_000 }, () => {
  const make = (): ForecastFollower => new ForecastFollower(1);
  expect(isBlindToTheFuture(make, ({ p10, p50, p90 }) => [p10, p50, p90])).toBe(true);
});

test("nor does any simple forecast", () => {
  for (const { make } of [...rollingAverages, ...otherSimpleForecasts]) {
    expect(isBlindToTheFuture(make, (minutes) => minutes)).toBe(true);
  }
});

test("a forecast that peeks is caught", () => {
  const peek: Follower<number> = { see: ({ wait }) => wait, settle: () => undefined };
  expect(
    isBlindToTheFuture(
      () => peek,
      (minutes) => minutes,
    ),
  ).toBe(false);
});

test("a wait is told at its end, once, and never within its own minute", () => {
  const told: { at: number; end: number; row: WaitsRow }[] = [];
  let now = -Infinity;
  const watch: Follower<WaitsRow> = {
    see: (row) => {
      now = row.reading.at;
      for (const { at } of told) expect(at).toBeLessThan(now);
      return row;
    },
    settle: (row, given) => {
      expect(given).toBe(row);
      told.push({ at: row.reading.at, end: row.reading.at + row.wait, row });
    },
  };
  const few = rows.slice(0, 400).map((row, index) => (index % 9 === 0 ? { ...row, wait: 0 } : row));
  let seen = -Infinity;
  walkForward(
    few,
    {
      ...watch,
      see: (row) => {
        for (const { end } of told) expect(end).toBeLessThanOrEqual(row.reading.at);
        seen = Math.max(seen, row.reading.at);
        return watch.see(row);
      },
    },
    () => 0,
  );
  expect(new Set(told.map(({ row }) => row)).size).toBe(told.length);
  const due = few.filter(({ reading, wait }) => reading.at + wait <= seen && reading.at < seen);
  expect(told).toHaveLength(due.length);
});

test("the order of the rows in the file does not matter; the answers stand in that order", () => {
  const answer = ({ p10, p50, p90 }: { p10: number; p50: number; p90: number }): string =>
    [p10, p50, p90].join();
  const some = rows.filter(({ date }) => date === "2019-12-30");
  const straight = new Map(
    walkForward(some, new ForecastFollower(1), answer).map((said, i) => [some[i], said]),
  );
  const mixed = shuffled(some);
  expect(walkForward(mixed, new ForecastFollower(1), answer)).toEqual(mixed.map((row) => straight.get(row)));
});
