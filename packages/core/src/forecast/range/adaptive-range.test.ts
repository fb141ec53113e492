import { expect, test } from "vitest";
import { randomStream } from "../trees/random-stream.ts";
import { AdaptiveRange } from "./adaptive-range.ts";

const GUESS = { above: 10, below: 10 };

/** Share of misses inside the range, for misses spread evenly over ±`size` minutes. */
const coverage = (
  range: AdaptiveRange,
  branch: string,
  size: number,
  count: number,
  seed: number,
): number => {
  const random = randomStream(seed);
  let inside = 0;
  for (let index = 0; index < count; index++) {
    const reach = range.reach(branch, GUESS);
    const miss = (random() * 2 - 1) * size;
    if (miss <= reach.above && -miss <= reach.below) inside += 1;
    range.settle(branch, miss, reach);
  }
  return inside / count;
};

test.each([6, 12, 25])(
  "a guess that is off for misses of ±%d minutes comes to hold four times out of five",
  (size) => {
    const range = new AdaptiveRange();
    coverage(range, "north", size, 1500, 1);
    const share = coverage(range, "north", size, 4000, 2);
    expect(share).toBeGreaterThan(0.78);
    expect(share).toBeLessThan(0.82);
  },
);

test("a branch that grows twice as uncertain is held again after some hundred outcomes", () => {
  const range = new AdaptiveRange();
  coverage(range, "north", 10, 3000, 3);
  expect(coverage(range, "north", 20, 100, 4)).toBeLessThan(0.7);
  coverage(range, "north", 20, 300, 5);
  expect(coverage(range, "north", 20, 2000, 6)).toBeGreaterThan(0.77);
});

test("one branch's misses move another's range less than its own", () => {
  const range = new AdaptiveRange();
  coverage(range, "north", 20, 1000, 7);
  const north = range.reach("north", GUESS).above;
  const south = range.reach("south", GUESS).above;
  expect(north).toBeGreaterThan(south);
  expect(south).toBeGreaterThan(GUESS.above);
});

test("however bad the luck, a range grows to a bounded size", () => {
  const range = new AdaptiveRange();
  for (let index = 0; index < 10_000; index++) range.settle("north", 1e6, range.reach("north", GUESS));
  expect(range.reach("north", GUESS).above).toBeLessThan(GUESS.above * 25);
});
