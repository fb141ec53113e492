import { describe, expect, it } from "vitest";
import { sideBySide } from "./side-by-side.ts";

describe("sideBySide", () => {
  it("gives the whole width to what overlaps nothing, also where one ends as the next begins", () => {
    const places = sideBySide([
      { id: 1, from: 0, until: 30 },
      { id: 2, from: 30, until: 60 },
    ]);
    expect([...places.values()]).toEqual([
      { track: 0, tracks: 1 },
      { track: 0, tracks: 1 },
    ]);
  });
  it("puts what overlaps beside each other, and uses a track again once it is free", () => {
    const places = sideBySide([
      { id: 1, from: 0, until: 60 },
      { id: 2, from: 0, until: 20 },
      { id: 3, from: 20, until: 40 },
      { id: 4, from: 70, until: 80 },
    ]);
    expect(places.get(1)).toEqual({ track: 0, tracks: 2 });
    expect(places.get(2)).toEqual({ track: 1, tracks: 2 });
    expect(places.get(3)).toEqual({ track: 1, tracks: 2 });
    expect(places.get(4)).toEqual({ track: 0, tracks: 1 });
  });
});
