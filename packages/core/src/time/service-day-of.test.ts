import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localTime } from "./local-time.ts";
import { serviceDayOf } from "./service-day-of.ts";

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;

/** A moment near a change of clocks, and the zone that makes it. */
const CHANGES = [
  ["Europe/Paris", Date.UTC(2026, 2, 29, 1)],
  ["Europe/Paris", Date.UTC(2026, 9, 25, 1)],
  ["America/Los_Angeles", Date.UTC(2026, 2, 8, 10)],
  ["America/Los_Angeles", Date.UTC(2026, 10, 1, 9)],
  ["Australia/Lord_Howe", Date.UTC(2026, 3, 4, 15)],
  ["Australia/Lord_Howe", Date.UTC(2026, 9, 3, 15, 30)],
  ["Africa/Casablanca", Date.UTC(2026, 1, 15, 2)],
  ["Africa/Dakar", Date.UTC(2026, 2, 29, 1)],
  ["Asia/Kathmandu", Date.UTC(2026, 2, 29, 1)],
] as const;

const dayBefore = (date: string): string =>
  new Date(Date.parse(date) - 24 * 60 * MINUTE).toISOString().slice(0, 10);

describe("service day", () => {
  it("[D2] turns at the shop's hour, not at midnight", () => {
    const at = (hour: number, minute = 0) => Date.UTC(2026, 10, 22, hour, minute);
    expect(serviceDayOf(at(3, 59), "Africa/Dakar", 240)).toBe("2026-11-21");
    expect(serviceDayOf(at(4), "Africa/Dakar", 240)).toBe("2026-11-22");
    expect(serviceDayOf(at(0), "Africa/Dakar", 0)).toBe("2026-11-22");
    expect(serviceDayOf(Date.UTC(2027, 0, 1, 2), "Africa/Dakar", 240)).toBe("2026-12-31");
  });

  it("[D2] is the shop's day, not the server's", () => {
    const noonUtc = Date.UTC(2026, 10, 22, 11, 59);
    expect(serviceDayOf(noonUtc, "America/Los_Angeles", 240)).toBe("2026-11-21");
    expect(serviceDayOf(noonUtc + MINUTE, "America/Los_Angeles", 240)).toBe("2026-11-22");
    expect(serviceDayOf(noonUtc, "Pacific/Kiritimati", 240)).toBe("2026-11-22");
    expect(serviceDayOf(noonUtc + 7 * 60 * MINUTE, "Pacific/Kiritimati", 240)).toBe("2026-11-23");
  });

  it("[D2] counts the first of two equal turning hours, and turns at the jump where there is none", () => {
    // Los Angeles, 1 November 2026: 01:30 comes twice, at 08:30 and at 09:30 UTC.
    const twice = (hour: number, minute: number) =>
      serviceDayOf(Date.UTC(2026, 10, 1, hour, minute), "America/Los_Angeles", 90);
    expect([twice(8, 29), twice(8, 30), twice(9, 10), twice(9, 30)]).toEqual([
      "2026-10-31",
      "2026-11-01",
      "2026-11-01",
      "2026-11-01",
    ]);
    // Paris, 29 March 2026: 02:30 does not come; 01:59 is followed by 03:00 at 01:00 UTC.
    const never = (hour: number, minute: number) =>
      serviceDayOf(Date.UTC(2026, 2, 29, hour, minute), "Europe/Paris", 150);
    expect([never(0, 59), never(1, 0)]).toEqual(["2026-03-28", "2026-03-29"]);
  });

  it("[D1] [D2] never turns back: it is the latest day the wall clock has reached, around every change of clocks", () => {
    const turns = fc.constantFrom(0, 60, 90, 120, 150, 180, 240, 300);
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANGES),
        turns,
        fc.integer({ min: 0, max: 14 }),
        ([zone, change], turn, shift) => {
          let reached = "";
          for (
            let now = change - 40 * 60 * MINUTE + shift * MINUTE;
            now < change + 40 * 60 * MINUTE;
            now += QUARTER
          ) {
            const { date, minutes } = localTime(now, zone);
            const day = minutes >= turn ? date : dayBefore(date);
            if (day > reached) reached = day;
            // On a grid of 15 minutes the first time may fall between two points; then the grid is late, never early.
            const actual = serviceDayOf(now, zone, turn);
            if (actual !== reached) {
              expect(actual).toBe(serviceDayOf(now + QUARTER, zone, turn));
              expect(actual > reached).toBe(true);
              reached = actual;
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
