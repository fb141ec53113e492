import { expect, it } from "vitest";
import { clockText } from "./lite-clock.ts";
import { languageOf, placeText, sayIn } from "./lite-words.ts";

it("speaks the first language asked for that is ours, else French", () => {
  expect(languageOf([null, "de-DE", "en_US"])).toBe("en");
  expect(languageOf(["wo", "fr"])).toBe("wo");
  expect(languageOf([null, undefined, "", "de"])).toBe("fr");
});

it("fills in words, reads plurals, and names a place", () => {
  expect(sayIn("fr")("spoken", { number: "A001", place: "Guichet 3" })).toBe("Ticket A001. Guichet 3");
  expect(sayIn("en")("waiting.people", { count: 1 })).toBe("waiting");
  expect(sayIn("wo")("waiting.people", { count: 1 })).toBe("ñuy xaar");
  expect([3, "12", "Cabinet 2", null].map((counter) => placeText(sayIn("en"), counter))).toEqual([
    "Counter 3",
    "Counter 12",
    "Cabinet 2",
    "",
  ]);
});

it("tells the time of the shop's zone, at midnight too", () => {
  const midnight = Date.UTC(2026, 10, 22, 0, 5);
  expect(clockText(midnight, "Africa/Dakar")).toBe("00:05");
  expect(clockText(midnight, "America/Los_Angeles")).toBe("16:05");
  expect(clockText(midnight, "Nowhere/Land")).toMatch(/^\d\d:\d\d$/);
});
