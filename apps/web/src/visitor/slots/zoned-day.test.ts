import { describe, expect, it } from "vitest";
import { addDays, daysBetween, dayOf, dayWords } from "./zoned-day.ts";

describe("dayOf", () => {
  it("is the day of the shop, not of the phone", () => {
    const late = Date.UTC(2026, 10, 22, 23, 30);
    expect(dayOf(late, "Africa/Dakar")).toBe("2026-11-22");
    expect(dayOf(late, "Europe/Paris")).toBe("2026-11-23");
    expect(dayOf(late, "America/Los_Angeles")).toBe("2026-11-22");
    expect(dayOf(Date.UTC(2027, 0, 1, 3), "America/Los_Angeles")).toBe("2026-12-31");
  });
});

describe("addDays", () => {
  it("counts days of the calendar, over months, leap days and changes of the clock", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(addDays("2026-11-01", -1)).toBe("2026-10-31");
    expect(daysBetween("2026-10-24", "2026-10-31")).toBe(7);
    expect(daysBetween("2026-03-29", "2026-03-28")).toBe(-1);
  });
});

describe("dayWords", () => {
  it("names a day shortly in each language", () => {
    expect(dayWords("2026-11-22", "en")).toEqual({ weekday: "Sun", number: "22", month: "Nov" });
    expect(dayWords("2026-11-22", "fr")).toEqual({ weekday: "dim", number: "22", month: "nov" });
    expect(dayWords("2026-11-22", "wo")).toEqual({ weekday: "Dib", number: "22", month: "Now" });
  });
});
