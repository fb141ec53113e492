import { expect, it } from "vitest";
import { typedTime } from "./typed-time.ts";

it("takes a typed time for that date at the shop", () => {
  expect(typedTime("09:15", "2026-11-22", "Africa/Dakar")).toBe(Date.parse("2026-11-22T09:15Z"));
  expect(typedTime("01:00", "2026-11-22", "America/Los_Angeles")).toBe(Date.parse("2026-11-22T09:00Z"));
  expect(typedTime("", "2026-11-22", "Africa/Dakar")).toBeNull();
});
