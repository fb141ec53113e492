import { describe, expect, it } from "vitest";
import { dayOf, minutesInto } from "./day-of.ts";

const CLOCK = { time_zone: "Africa/Dakar", day_turns_at_minutes: 240 };

describe("the calendar's day", () => {
  it("lasts until the shop's day turns over", () => {
    expect(dayOf(Date.parse("2026-11-23T01:30Z"), CLOCK)).toBe("2026-11-22");
    expect(dayOf(Date.parse("2026-11-23T04:00Z"), CLOCK)).toBe("2026-11-23");
  });
  it("counts its minutes on beyond midnight", () => {
    expect(minutesInto("2026-11-22", Date.parse("2026-11-23T01:30Z"), "Africa/Dakar")).toBe(1530);
    expect(minutesInto("2026-11-22", Date.parse("2026-11-22T09:15Z"), "Africa/Dakar")).toBe(555);
  });
});
