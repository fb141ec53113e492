import type { LineReading } from "../line-reading.ts";

/** A wait whose end is known, as the history keeps it. */
export interface SettledWait {
  readonly reading: LineReading;
  /** Best guess of the true wait, minutes. */
  readonly minutes: number;
  /** When it became known. */
  readonly knownAt: number;
  /** What the mean pace alone had said at the time. */
  readonly byPace: number;
}

/** Readings usually come so many minutes apart. */
const USUAL_GAP = 6;

/**
 * The call came at some moment since the reading before the one that showed it. Where that gap was long (the feed was
 * down for an hour), the middle of it is a better guess than its end.
 */
export const settledMinutes = (measured: number, gapMinutes: number): number =>
  Math.max(1, measured - Math.max(0, gapMinutes - USUAL_GAP) / 2);
