import { describe, expect, it } from "vitest";
import { columnSpans } from "./column-spans.ts";

describe("what lies in a day's column", () => {
  it("is the whole of a day where a shop never closes", () => {
    const always = () => [{ from: 0, until: 1440 }];
    expect(columnSpans("2026-11-22", 240, always)).toEqual([{ from: 240, until: 1680 }]);
    expect(columnSpans("2026-11-22", 0, always)).toEqual([{ from: 0, until: 1440 }]);
  });
  it("is one night, not two halves of nights", () => {
    const nights = () => [{ from: 1410, until: 1560 }];
    expect(columnSpans("2026-11-22", 240, nights)).toEqual([{ from: 1410, until: 1560 }]);
  });
  it("leaves apart what is apart", () => {
    const withLunch = () => [
      { from: 480, until: 720 },
      { from: 780, until: 1080 },
    ];
    expect(columnSpans("2026-11-22", 240, withLunch)).toEqual(withLunch());
  });
});
