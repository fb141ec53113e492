import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isoDate } from "./local-time.ts";
import { wallClock } from "./wall-clock.ts";

const DAY = 24 * 60 * 60_000;

const ZONES = [
  "Europe/Paris",
  "America/Los_Angeles",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Africa/Dakar",
  "Asia/Kathmandu",
] as const;

/** Dates at which one of the zones changes its clocks. */
const CHANGES = [
  "2026-03-29",
  "2026-10-25",
  "2026-03-08",
  "2026-11-01",
  "2026-04-05",
  "2026-10-04",
  "2026-02-15",
];

const anyDate = fc.oneof(
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -2, max: 2 }))
    .map(([date, days]) => isoDate(Date.parse(date) + days * DAY)),
  fc.integer({ min: 0, max: 3 * 365 }).map((days) => isoDate(Date.UTC(2025, 0, 1) + days * DAY)),
);

/** What Temporal, written by others, makes of it. */
const byTemporal = (date: string, minutes: number, timeZone: string): number =>
  Temporal.PlainDate.from(date)
    .toPlainDateTime()
    .add({ minutes })
    .toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;

describe("the clock on the wall", () => {
  it("[S1] agrees with Temporal about the moment of every wall time, around changes of clocks too", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        anyDate,
        fc.integer({ min: 0, max: 2 * 1440 }),
        (zone, date, at) => {
          expect(wallClock(zone).instantOf(date, at)).toBe(byTemporal(date, at, zone));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("[S1] agrees with Temporal at every minute of the days on which clocks change", () => {
    for (const zone of ["Europe/Paris", "America/Los_Angeles", "Australia/Lord_Howe"] as const) {
      const clock = wallClock(zone);
      for (const date of CHANGES)
        for (let minutes = 0; minutes < 300; minutes += 5)
          expect([zone, date, minutes, clock.instantOf(date, minutes)]).toEqual([
            zone,
            date,
            minutes,
            byTemporal(date, minutes, zone),
          ]);
    }
  });

  it("[S1] knows the date of every moment", () => {
    const dateOf = (at: number, zone: string) =>
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
    for (const zone of ["Europe/Paris", "America/Los_Angeles"])
      for (const date of CHANGES)
        for (let at = Date.parse(date) - DAY; at < Date.parse(date) + 2 * DAY; at += DAY / 48)
          expect([zone, at, wallClock(zone).dateAt(at)]).toEqual([zone, at, dateOf(at, zone)]);
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        anyDate,
        fc.integer({ min: -DAY, max: 2 * DAY }),
        (zone, date, shift) => {
          const at = Date.parse(date) + shift;
          expect(wallClock(zone).dateAt(at)).toBe(dateOf(at, zone));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("[S1] of two equal wall times it is the first, and a time that never comes is later by the jump", () => {
    const paris = wallClock("Europe/Paris");
    expect(paris.instantOf("2026-10-25", 150)).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(paris.instantOf("2026-03-29", 150)).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(() => wallClock("Mars/Olympus").dateAt(0)).toThrow(RangeError);
  });
});
