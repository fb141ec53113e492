import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { wantedTime } from "./wanted-time.ts";

const LA = "America/Los_Angeles";

describe("the time that a page asks for", () => {
  test.each([
    ["2026-03-09T10:30:00.000Z", "2026-03-09T10:30:00Z"],
    ["2026-03-09T10:30:00-07:00", "2026-03-09T17:30:00Z"],
    ["2026-03-09 10:30+0530", "2026-03-09T05:00:00Z"],
    ["2026-03-09T10:30", "2026-03-09T17:30:00Z"],
    ["2026-02-09T10:30:15", "2026-02-09T18:30:15Z"],
  ])("%s is %s", (text, instant) => {
    expect(wantedTime(text, LA)).toBe(Date.parse(instant));
  });

  test("without an offset it is the wall clock's, as Temporal has it, over both changes of the clocks", () => {
    const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 });
    const near = fc.integer({ min: -180, max: 180 });
    const changes = fc
      .constantFrom(Date.UTC(2026, 2, 8, 2), Date.UTC(2026, 10, 1, 2))
      .map((at) => at / 60_000);
    fc.assert(
      fc.property(
        fc.oneof(
          minute,
          fc.tuple(changes, near).map(([a, b]) => a + b),
        ),
        (wall) => {
          const text = new Date(wall * 60_000).toISOString().slice(0, 16);
          const oracle = Temporal.PlainDateTime.from(text).toZonedDateTime(LA).epochMilliseconds;
          expect(wantedTime(text, LA)).toBe(oracle);
        },
      ),
    );
  });

  test.each([
    ["2026-13-40T10:30", LA],
    ["2026-03-09T25:30", LA],
    ["2026-02-30T10:30", LA],
    ["2026-02-30T10:30Z", LA],
    ["2026-03-09T10:30:75Z", LA],
    ["2026-03-09T10:30", "Mars/Olympus"],
    ["noon", LA],
  ])("%s in %s is none", (text, zone) => {
    expect(() => wantedTime(text, zone)).toThrow(/time/i);
  });
});
