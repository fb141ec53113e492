import fc from "fast-check";
import { expect, test } from "vitest";
import { StallTimes } from "./stall-times.ts";

test("nothing seen: what is known otherwise", () => {
  expect(new StallTimes().rest(12, 30, 5)).toBe(30);
});

test("the rest is the mean of how much longer such stalls lasted", () => {
  const stalls = new StallTimes();
  for (const minutes of [5, 25, 50]) stalls.ended(minutes);
  const { length } = [25, 50];
  expect(stalls.rest(20, 1000, 1e-9)).toBeCloseTo((5 + 30) / length, 1);
});

test("a stall is never expected to end in the past", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { maxLength: 50 }),
      fc.double({ min: 0, max: 500, noNaN: true }),
      (lengths, age) => {
        const stalls = new StallTimes();
        for (const minutes of lengths) stalls.ended(minutes);
        expect(stalls.rest(age, 10, 2)).toBeGreaterThan(0);
      },
    ),
  );
});
