/** Minutes on a branch's own wall clock: days since 1970-01-01 × 1440 + minutes after midnight. */
export type WallMinutes = number;

/** One look at one line: all that a forecast may know of the moment. */
export interface LineReading {
  readonly branch: string;
  /** Unique among all branches. */
  readonly queue: string;
  readonly at: WallMinutes;
  /** The number now called. */
  readonly called: number;
  /** People in line; the forecast is for the last of them. */
  readonly waiting: number;
  /** Open counters. */
  readonly counters: number;
  /** What a service is set to take. 0: not said. */
  readonly setMinutes: number;
}

const MINUTES_A_DAY = 1440;

export const dayOf = (at: WallMinutes): number => Math.floor(at / MINUTES_A_DAY);

export const minuteOfDay = (at: WallMinutes): number => at - dayOf(at) * MINUTES_A_DAY;

/** 0 Sunday to 6; 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (day + 4) % 7;
