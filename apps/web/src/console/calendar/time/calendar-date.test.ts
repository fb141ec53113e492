import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isDate, mondayOf, weekdayOf } from "./calendar-date.ts";

describe("days of the calendar", () => {
  it("are counted over months, years and leap days", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    expect(daysBetween("2026-11-22", "2026-12-01")).toBe(9);
  });
  it("have weeks that begin on Monday", () => {
    expect(weekdayOf("2026-11-22")).toBe("sunday");
    expect(mondayOf("2026-11-22")).toBe("2026-11-16");
    expect(mondayOf("2026-11-16")).toBe("2026-11-16");
  });
  it("are told from what is none", () => {
    expect(["2026-11-22", "2026-02-30", "22.11.2026", 5].map(isDate)).toEqual([true, false, false, false]);
  });
});
