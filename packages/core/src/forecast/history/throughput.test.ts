import fc from "fast-check";
import { expect, test } from "vitest";
import { Throughput } from "./throughput.ts";

test("nothing seen: people times what a person is known to take", () => {
  expect(new Throughput().minutesFor(5, 540, 8, 1)).toBeCloseTo(40);
});

test("a slow hour ahead lengthens the wait", () => {
  const line = new Throughput();
  for (let day = 0; day < 20; day++) {
    line.moved(9 * 60 + 15, 30, 10, 3);
    line.moved(9 * 60 + 45, 30, 1, 3);
    line.moved(10 * 60 + 15, 30, 10, 3);
  }
  const across = line.minutesFor(10, 9 * 60 + 20, 3, 1);
  expect(across).toBeGreaterThan(line.minutesFor(10, 9 * 60, 3, 1));
  expect(across).toBeGreaterThan(40);
});

test("a day at half the usual speed has a ratio between a half and one", () => {
  const line = new Throughput();
  for (let day = 0; day < 20; day++) line.moved(600, 30, 10, 3);
  line.newDay();
  for (let hour = 0; hour < 4; hour++) line.moved(600, 30, 5, 3);
  expect(line.todayRatio()).toBeGreaterThan(0.45);
  expect(line.todayRatio()).toBeLessThan(0.65);
});

test("more people never wait less, at any hour", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ minute: fc.integer({ min: 0, max: 1439 }), people: fc.integer({ min: 0, max: 30 }) }),
      ),
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 0, max: 100 }),
      (moves, minute, people) => {
        const line = new Throughput();
        for (const move of moves) line.moved(move.minute, 20, move.people, 5);
        const wait = line.minutesFor(people, minute, 5, 1);
        expect(wait).toBeGreaterThanOrEqual(0);
        expect(line.minutesFor(people + 1, minute, 5, 1)).toBeGreaterThanOrEqual(wait);
      },
    ),
  );
});
