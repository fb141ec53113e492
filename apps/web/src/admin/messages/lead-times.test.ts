import { expect, test } from "vitest";
import { freeLeadTime, LEAD_TIMES, leadTime } from "./lead-times.ts";

test("a time before the visit is said in its largest whole unit", () => {
  expect([10_080, 2_880, 120, 90].map(leadTime)).toEqual([
    { unit: "days", count: 7 },
    { unit: "days", count: 2 },
    { unit: "hours", count: 2 },
    { unit: "minutes", count: 90 },
  ]);
});

test("a further reminder begins with a time that is not chosen yet", () => {
  expect(freeLeadTime([])).toBe(1_440);
  expect(freeLeadTime([1_440, 120])).toBe(2_880);
  expect(freeLeadTime(LEAD_TIMES)).toBeUndefined();
});
