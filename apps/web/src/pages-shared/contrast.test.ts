import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contrast, parseColor, readableOn, type Rgb, toHex } from "./contrast.ts";

const colour = fc.tuple(
  fc.integer({ min: 0, max: 255 }),
  fc.integer({ min: 0, max: 255 }),
  fc.integer({ min: 0, max: 255 }),
);

describe("contrast", () => {
  it("agrees with the standard's own examples", () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });
  it("reads colours as administrators write them, and nothing else", () => {
    expect(parseColor("#3b82f6")).toEqual([59, 130, 246]);
    expect(parseColor("#fff")).toEqual([255, 255, 255]);
    expect(parseColor("red;background:url(x)")).toBeNull();
  });
  it("makes any colour readable, as far as the background allows, and leaves a readable one alone", () => {
    fc.assert(
      fc.property(colour, colour, (ink: Rgb, ground: Rgb) => {
        const best = Math.max(contrast([0, 0, 0], ground), contrast([255, 255, 255], ground));
        const made = readableOn(ink, ground, 7);
        expect(contrast(made, ground)).toBeGreaterThanOrEqual(Math.min(7, best) - 0.01);
        if (contrast(ink, ground) >= 7) expect(toHex(made)).toBe(toHex(ink));
      }),
    );
  });
});
