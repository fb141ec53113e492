import { describe, expect, it } from "vitest";
import { formatDate } from "./format-date.ts";
import { formatNumber } from "./format-number.ts";
import { formatTime } from "./format-time.ts";

const at = Date.UTC(2026, 10, 22, 23, 3, 22);

describe("dates and numbers in our three languages", () => {
  it("writes a day in words, in the given zone", () => {
    expect(formatDate(at, "fr", "Africa/Dakar")).toBe("dimanche 22 novembre 2026");
    expect(formatDate(at, "wo", "Africa/Dakar")).toBe("Dibéer 22 Nowàmbar, 2026");
    expect(formatDate(at, "wo", "Europe/Paris")).toBe("Altine 23 Nowàmbar, 2026");
    expect(formatDate(at, "en", "America/Los_Angeles")).toMatch(/^Sunday,? 22 November 2026$/);
  });
  it("writes times alike everywhere, midnight as 00", () => {
    expect(formatTime(at, { timeZone: "Africa/Dakar", seconds: true })).toBe("23:03:22");
    expect(formatTime(at, { timeZone: "Europe/Paris" })).toBe("00:03");
  });
  it("groups and points numbers by language", () => {
    expect(formatNumber(1234.5, "wo", 1)).toBe("1.234,5");
    expect(formatNumber(1234.5, "en", 1)).toBe("1,234.5");
    expect(formatNumber(1234.5, "fr", 1)).toMatch(/^1\s234,5$/u);
  });
});
