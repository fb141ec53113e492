import { describe, expect, it } from "vitest";
import { axisOf } from "./axis.ts";

describe("axisOf", () => {
  it("shows whole hours, as many as are needed", () => {
    expect(
      axisOf(
        [
          { from: 510, until: 1050 },
          { from: 540, until: 1085 },
        ],
        240,
      ),
    ).toEqual({ from: 480, until: 1140 });
  });
  it("goes on beyond midnight, and stops where the shop's day turns over", () => {
    expect(axisOf([{ from: 1410, until: 1560 }], 240)).toEqual({ from: 1380, until: 1560 });
    expect(axisOf([{ from: 0, until: 1440 }], 240)).toEqual({ from: 240, until: 1440 });
    expect(axisOf([{ from: 0, until: 1440 }], 0)).toEqual({ from: 0, until: 1440 });
  });
  it("shows a day with nothing in it as well", () => {
    expect(axisOf([], 240)).toEqual({ from: 480, until: 1080 });
  });
});
