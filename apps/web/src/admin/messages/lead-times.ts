/** Minutes before an appointment that are offered for a reminder. */
export const LEAD_TIMES: readonly number[] = [15, 30, 60, 120, 240, 720, 1_440, 2_880, 4_320, 10_080];

export const MOST_REMINDERS = 4;

const HOUR = 60;
const DAY = 24 * HOUR;

export interface LeadTime {
  readonly unit: "days" | "hours" | "minutes";
  readonly count: number;
}

/** In the largest unit in which it is a whole number. */
export function leadTime(minutes: number): LeadTime {
  if (minutes % DAY === 0) return { unit: "days", count: minutes / DAY };
  if (minutes % HOUR === 0) return { unit: "hours", count: minutes / HOUR };
  return { unit: "minutes", count: minutes };
}

/** The next usual one that is not chosen yet. */
export function freeLeadTime(chosen: readonly number[]): number | undefined {
  return [1_440, 120, 2_880, 60, ...LEAD_TIMES].find((minutes) => !chosen.includes(minutes));
}
