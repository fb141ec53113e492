import { describe, expect, it } from "vitest";
import type { OpeningHours } from "../queue/shop.ts";
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
  isOpenAt({ ...CLOSED, ...hours }, "Africa/Dakar", Date.UTC(2026, 10, day, hour, minute));

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
    expect(isOpenAt(ALWAYS_OPEN, "Africa/Dakar", Date.UTC(2026, 10, 22, 0))).toBe(true);
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
    expect(isOpenAt({ ...CLOSED, sunday }, "America/Los_Angeles", at)).toBe(true);
    expect(isOpenAt({ ...CLOSED, sunday }, "Africa/Dakar", at)).toBe(false);
  });
});
