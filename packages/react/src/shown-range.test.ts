import type { WaitRange } from "@callnext/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ShownRange, shownRange } from "./shown-range.ts";

const range = (p10: number, p90: number): WaitRange => [(p10 + p90) / 2, p90, p10];

const waits = fc
  .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 120 }))
  .map(([from, width]) => range(from, from + width));

describe("a wait as people read it", () => {
  it("is rounded to what the forecast can mean", () => {
    expect(shownRange(range(3, 7), null)).toEqual({ from: 3, to: 7 });
    expect(shownRange(range(13, 21), null)).toEqual({ from: 12, to: 22 });
    expect(shownRange(range(33, 71), null)).toEqual({ from: 30, to: 75 });
    expect(shownRange(range(101, 133), null)).toEqual({ from: 100, to: 140 });
  });

  it("begins and ends within two of its steps of the forecast, whatever was shown before", () => {
    const step = (minutes: number): number =>
      minutes <= 10 ? 1 : minutes <= 30 ? 2 : minutes <= 90 ? 5 : 10;
    fc.assert(
      fc.property(fc.array(waits, { minLength: 1, maxLength: 20 }), (list) => {
        let shown: ShownRange | null = null;
        for (const wait of list) {
          shown = shownRange(wait, shown);
          const [, p90, p10] = wait;
          expect(shown.from).toBeLessThanOrEqual(shown.to);
          expect(Math.abs(shown.from - p10)).toBeLessThan(2 * step(p10));
          expect(Math.abs(shown.to - p90)).toBeLessThan(2 * step(p90));
        }
      }),
    );
  });

  it("does not flicker where the forecast sways about a rounding", () => {
    let shown = shownRange(range(20, 36), null);
    const first = shown;
    for (let turn = 0; turn < 10; turn++)
      shown = shownRange(turn % 2 === 0 ? range(19, 34) : range(21, 36), shown);
    expect(shown).toBe(first);
  });

  it("shrinks with the forecast", () => {
    let shown: ShownRange | null = null;
    for (let p90 = 60; p90 >= 4; p90 -= 4) shown = shownRange(range(p90 / 2, p90), shown);
    expect(shown).toEqual({ from: 2, to: 4 });
  });
});
