import { describe, expect, it } from "vitest";
import { shopSpans } from "./shop-spans.ts";
import { workSpans } from "./work-spans.ts";

const open = (opens: string, closes: string) => [{ opens, closes }];
const everyDay = open("08:00", "18:00");
const SHOP = {
  opening_hours: {
    monday: everyDay,
    tuesday: everyDay,
    wednesday: everyDay,
    thursday: everyDay,
    friday: everyDay,
    saturday: open("20:00", "02:00"),
    sunday: [],
  },
  special_days: [{ date: "2026-12-25", periods: [], label: "Noël" }],
};
const pattern = (every_weeks: number, until: string | null = null) => ({
  from: "2026-11-16",
  until,
  every_weeks,
  periods: { monday: [...open("07:00", "12:00"), ...open("13:00", "17:00")] },
});

describe("when the shop is open", () => {
  it("follows the weekday, beyond midnight too, and special days before it", () => {
    expect(shopSpans(SHOP, "2026-11-21")).toEqual([{ from: 1200, until: 1560 }]);
    expect(shopSpans(SHOP, "2026-11-22")).toEqual([]);
    expect(shopSpans(SHOP, "2026-12-25")).toEqual([]);
  });
});

describe("when somebody works", () => {
  it("is whenever the shop is open, where nothing is planned", () => {
    expect(workSpans(SHOP, { patterns: [], absences: [] }, "2026-11-23")).toEqual([
      { from: 480, until: 1080 },
    ]);
  });
  it("is as planned, while the shop is open", () => {
    expect(workSpans(SHOP, { patterns: [pattern(1)], absences: [] }, "2026-11-23")).toEqual([
      { from: 480, until: 720 },
      { from: 780, until: 1020 },
    ]);
    expect(workSpans(SHOP, { patterns: [pattern(1)], absences: [] }, "2026-11-24")).toEqual([]);
  });
  it("repeats every so many weeks, until it ends", () => {
    const second = (date: string) =>
      workSpans(SHOP, { patterns: [pattern(2, "2026-12-10")], absences: [] }, date);
    expect(second("2026-11-16")).toHaveLength(2);
    expect(second("2026-11-23")).toHaveLength(0);
    expect(second("2026-11-30")).toHaveLength(2);
    expect(second("2026-12-14")).toHaveLength(0);
  });
  it("leaves out absences, in part or over days", () => {
    const away = (from: string, until: string) =>
      workSpans(SHOP, { patterns: [], absences: [{ from, until }] }, "2026-11-23");
    expect(away("2026-11-23T10:00", "2026-11-23T11:00")).toEqual([
      { from: 480, until: 600 },
      { from: 660, until: 1080 },
    ]);
    expect(away("2026-11-20T00:00", "2026-11-25T00:00")).toEqual([]);
  });
});
