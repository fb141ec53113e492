import type { Minute, Scenario } from "./scenario.ts";

/** How many counters serve at this minute; `closedAt` is when one closed for the day, or null. */
export const openCounters = (scenario: Scenario, minute: Minute, closedAt: Minute | null): number => {
  const planned = scenario.staffing.findLast(({ from }) => from <= minute)?.counters ?? 0;
  return Math.max(1, planned - (closedAt !== null && minute >= closedAt ? 1 : 0));
};
