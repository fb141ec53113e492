import { expect, test } from "vitest";
import type { LineReading } from "../line-reading.ts";
import { LineToday } from "./line-today.ts";

const reading = (at: number, called: number, waiting: number): LineReading => ({
  branch: "north",
  queue: "A",
  at,
  called,
  waiting,
  counters: 2,
  setMinutes: 5,
});

const dayOfReadings = (...readings: readonly [at: number, called: number, waiting: number][]): LineToday => {
  const [first = [0, 0, 0] as const, ...rest] = readings;
  const line = new LineToday(reading(...first));
  for (const next of rest) line.see(reading(...next));
  return line;
};

test("a step says how far the number went and how long it had stood", () => {
  const line = dayOfReadings([600, 4, 3], [605, 4, 4]);
  expect(line.see(reading(612, 6, 2))).toEqual({ minutes: 7, people: 2, stalled: 12 });
  expect(line.see(reading(615, 6, 2))).toEqual({ minutes: 3, people: 0, stalled: null });
});

test("the oldest reading of a window, and the newest before a moment", () => {
  const line = dayOfReadings([600, 1, 1], [620, 2, 1], [640, 3, 1]);
  expect(line.since(25).at).toBe(620);
  expect(line.since(5).at).toBe(640);
  expect(line.before(640)?.at).toBe(620);
  expect(line.before(600)).toBeNull();
});

test("a move is not known to a reading of the minute before it", () => {
  const line = dayOfReadings([600, 1, 1], [610, 2, 1], [620, 3, 1]);
  expect(line.movedBy(620)).toBe(620);
  expect(line.movedBy(610)).toBe(610);
});

test("who stands and is not called yet has waited at least so long", () => {
  const line = dayOfReadings([600, 1, 5], [660, 2, 5]);
  expect(line.slowestUnfinished(2, 4)).toBe((60 + 8) / (1 + 4));
});

test("people who leave while the number stands are counted", () => {
  const line = dayOfReadings([600, 1, 9], [605, 1, 7], [610, 1, 8], [615, 2, 4], [620, 2, 3]);
  expect(line.leftUncalled(90)).toBe(3);
  expect(line.leftUncalled(6)).toBe(1);
});
