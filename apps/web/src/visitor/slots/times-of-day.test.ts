import { describe, expect, it } from "vitest";
import { timesOfDay } from "./times-of-day.ts";

const slots = (...starts: readonly string[]) => starts.map((start) => ({ start }));

describe("timesOfDay", () => {
  it("says times by the shop's clock, in order, by parts of the day", () => {
    const times = timesOfDay(
      slots("2026-11-23T18:00:00Z", "2026-11-23T17:00:00Z", "2026-11-24T01:30:00Z"),
      "America/Los_Angeles",
    );
    expect(times.map(({ label, part }) => [label, part])).toEqual([
      ["09:00", "morning"],
      ["10:00", "morning"],
      ["17:30", "evening"],
    ]);
  });
  it("tells apart the hour that the clock shows twice", () => {
    const times = timesOfDay(
      slots("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"),
      "Europe/Paris",
    );
    expect(times.map(({ label }) => label)).toEqual(["02:30 CEST", "02:30 CET", "03:30"]);
  });
});
