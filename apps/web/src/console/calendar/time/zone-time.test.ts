import { describe, expect, it } from "vitest";
import { instantOf, wallTime } from "./zone-time.ts";

const at = (iso: string): number => Date.parse(iso);

describe("the shop's wall clock", () => {
  it("is read in the shop's zone", () => {
    expect(wallTime(at("2026-11-22T23:30Z"), "Africa/Dakar")).toEqual({ date: "2026-11-22", minutes: 1410 });
    expect(wallTime(at("2026-11-22T23:30Z"), "Asia/Kathmandu")).toEqual({ date: "2026-11-23", minutes: 315 });
  });
  it("gives the instant back, on ordinary days and beyond midnight", () => {
    for (const zone of ["Africa/Dakar", "America/Los_Angeles", "Australia/Lord_Howe"])
      for (const iso of ["2026-01-05T08:15Z", "2026-07-05T20:45Z"])
        expect(instantOf(wallTime(at(iso), zone), zone)).toBe(at(iso));
    expect(instantOf({ date: "2026-11-22", minutes: 1500 }, "Africa/Dakar")).toBe(at("2026-11-23T01:00Z"));
  });
  it("takes the first of a time that comes twice, and goes past one that is skipped", () => {
    const zone = "America/Los_Angeles";
    expect(instantOf({ date: "2026-11-01", minutes: 90 }, zone)).toBe(at("2026-11-01T08:30Z"));
    expect(instantOf({ date: "2026-03-08", minutes: 150 }, zone)).toBe(at("2026-03-08T10:30Z"));
  });
});
