import { describe, expect, it } from "vitest";
import { shared } from "../../i18n/en/pages.json";
import { dayText } from "./day-text.ts";
import { ordinal } from "./ordinal.ts";
import { translator } from "./translate.ts";
import { type WaitKey, waitRangeText } from "./wait-range.ts";

describe("ordinal", () => {
  it("says places as people do", () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111].map((n) => ordinal("en", n))).toEqual([
      "1st",
      "2nd",
      "3rd",
      "4th",
      "11th",
      "12th",
      "13th",
      "21st",
      "22nd",
      "101st",
      "111th",
    ]);
    expect([1, 2, 21].map((n) => ordinal("fr", n))).toEqual(["1er", "2e", "21e"]);
    expect(ordinal("wo", 3)).toBe("3eel");
  });
});

describe("waitRangeText", () => {
  const t = translator<WaitKey>("en", shared);
  it("is a range, never a single false figure", () => {
    expect(waitRangeText(t, { from: 12, to: 20 })).toBe("12–20 min");
    expect(waitRangeText(t, { from: 7, to: 7 })).toBe("about 7 min");
  });
  it("never says nought minutes, and speaks of hours when it is long", () => {
    expect(waitRangeText(t, { from: 0, to: 1 })).toBe("any moment now");
    expect(waitRangeText(t, { from: 0, to: 6 })).toBe("0–6 min");
    expect(waitRangeText(t, { from: 45, to: 130 })).toBe("45 min – 2 h 10");
    expect(waitRangeText(t, null)).toBeNull();
  });
});

describe("dayText", () => {
  it("is the day of the shop, not of the screen", () => {
    const late = Date.UTC(2026, 10, 22, 23, 30);
    expect(dayText(late, "Africa/Dakar", "fr")).toBe("dimanche 22 novembre");
    expect(dayText(late, "Europe/Paris", "en")).toBe("Monday 23 November");
    expect(dayText(late, "Africa/Dakar", "wo")).toBe("Dibéer 22 Nowàmbar");
  });
});
