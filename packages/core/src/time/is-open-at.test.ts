import { describe, expect, it } from "vitest";
import type { OpeningHours, SpecialDay } from "../queue/shop.ts";
import { ALWAYS_OPEN } from "../testing/index.ts";
import { isOpenAt } from "./is-open-at.ts";

const CLOSED: OpeningHours = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
};

/** 22 November 2026 is a Sunday; Dakar keeps UTC. */
const openAt = (hours: Partial<OpeningHours>, day: number, hour: number, minute = 0): boolean =>
  isOpenAt(
    { openingHours: { ...CLOSED, ...hours }, timeZone: "Africa/Dakar" },
    Date.UTC(2026, 10, day, hour, minute),
  );

describe("opening hours", () => {
  it("[Q3] a period is [opens, closes)", () => {
    const sunday = [
      { opens: "08:00", closes: "12:30" },
      { opens: "14:00", closes: "18:00" },
    ];
    const open = [7, 8, 12, 13, 14, 18].map((hour) => openAt({ sunday }, 22, hour));
    expect(open).toEqual([false, true, true, false, true, false]);
    expect([openAt({ sunday }, 22, 12, 29), openAt({ sunday }, 22, 12, 30)]).toEqual([true, false]);
    expect(openAt({ sunday }, 23, 9)).toBe(false);
  });

  it("[Q3] 24:00 ends the day, and a day round is open at every minute", () => {
    const sunday = [{ opens: "20:00", closes: "24:00" }];
    expect([openAt({ sunday }, 22, 23, 59), openAt({ sunday }, 23, 0)]).toEqual([true, false]);
    expect(isOpenAt({ openingHours: ALWAYS_OPEN, timeZone: "Africa/Dakar" }, Date.UTC(2026, 10, 22, 0))).toBe(
      true,
    );
  });

  it("[Q3] a night that ends the next morning, over the turn of the week too", () => {
    const saturday = [{ opens: "22:00", closes: "04:00" }];
    expect([
      openAt({ saturday }, 21, 22),
      openAt({ saturday }, 22, 3, 59),
      openAt({ saturday }, 22, 4),
    ]).toEqual([true, true, false]);
    expect(openAt({ saturday }, 21, 3)).toBe(false);
  });

  it("[Q3] is the shop's wall clock", () => {
    const sunday = [{ opens: "08:00", closes: "09:00" }];
    const at = Date.UTC(2026, 10, 22, 16, 30);
    expect(isOpenAt({ openingHours: { ...CLOSED, sunday }, timeZone: "America/Los_Angeles" }, at)).toBe(true);
    expect(isOpenAt({ openingHours: { ...CLOSED, sunday }, timeZone: "Africa/Dakar" }, at)).toBe(false);
  });

  it("[S3] a special day stands in place of its weekday, and does not cut short the night before", () => {
    const hours = {
      openingHours: {
        ...CLOSED,
        saturday: [{ opens: "22:00", closes: "02:00" }],
        sunday: [{ opens: "08:00", closes: "18:00" }],
      },
      timeZone: "Africa/Dakar",
    };
    const sundayAt = (hour: number, specialDays: readonly SpecialDay[]) =>
      isOpenAt({ ...hours, specialDays }, Date.UTC(2026, 10, 22, hour));
    const holiday = [{ date: "2026-11-22", periods: [], label: "Fête" }];
    expect([1, 9, 19].map((hour) => sundayAt(hour, holiday))).toEqual([true, false, false]);
    const market = [{ date: "2026-11-22", periods: [{ opens: "18:00", closes: "20:00" }], label: "Marché" }];
    expect([1, 9, 19].map((hour) => sundayAt(hour, market))).toEqual([true, false, true]);
    expect(
      [1, 9, 19].map((hour) => sundayAt(hour, [{ ...market[0], date: "2026-11-23" } as SpecialDay])),
    ).toEqual([true, true, false]);
  });

  it("[S1] a night in which clocks change ends once, and lasts as long as its wall times are apart on any night", () => {
    const saturday = [{ opens: "23:00", closes: "02:30" }];
    const paris = { openingHours: { ...CLOSED, saturday }, timeZone: "Europe/Paris" };
    // 02:30 comes twice in the night to 25 October, at 00:30 and 01:30 UTC.
    const autumn = (hour: number, minute: number) => isOpenAt(paris, Date.UTC(2026, 9, 25, hour, minute));
    expect([autumn(0, 29), autumn(0, 30), autumn(1, 10)]).toEqual([true, false, false]);
    // It never comes in the night to 29 March: 02:00 is 03:00, at 01:00 UTC.
    const spring = (hour: number, minute: number) => isOpenAt(paris, Date.UTC(2026, 2, 29, hour, minute));
    expect([spring(1, 29), spring(1, 30)]).toEqual([true, false]);
  });
});
