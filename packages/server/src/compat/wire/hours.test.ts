import { describe, expect, test } from "vitest";
import { testShop } from "@callnext/core/testing";
import { formattedHours, operatingHours, periodsToday, twelveHours } from "./hours.ts";

describe("opening hours as the first document's pages read them", () => {
  test.each([
    ["00:00", "12:00 AM"],
    ["09:05", "09:05 AM"],
    ["12:00", "12:00 PM"],
    ["13:30", "01:30 PM"],
    ["24:00", "12:00 AM"],
  ])("%s is %s", (clock, shown) => expect(twelveHours(clock)).toBe(shown));

  test("from the first opening to the last closing, with the break between", () => {
    const split = [
      { opens: "08:00", closes: "12:30" },
      { opens: "14:00", closes: "18:00" },
    ];
    const shop = testShop({ openingHours: { ...testShop().openingHours, monday: split, sunday: [] } });
    const [sunday, monday] = operatingHours(shop);
    expect(sunday).toMatchObject({
      day_of_week: 0,
      day_name: "Sunday",
      is_closed: true,
      formatted_hours: "Closed",
    });
    expect(monday).toMatchObject({
      opening_time: "08:00",
      closing_time: "18:00",
      lunch_break_start: "12:30",
      lunch_break_end: "14:00",
      formatted_hours: "08:00 AM - 06:00 PM",
    });
  });

  test("a special day takes its weekday's place", () => {
    const specialDays = [{ date: "2026-11-22", periods: [], label: "Holiday" }];
    const shop = testShop({ specialDays });
    const noon = Date.UTC(2026, 10, 22, 12);
    expect(formattedHours(periodsToday(shop, noon))).toBe("Closed");
    expect(formattedHours(periodsToday(shop, noon + 86_400_000))).toBe("12:00 AM - 12:00 AM");
  });
});
