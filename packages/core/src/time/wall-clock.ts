import type { Instant } from "../queue/time.ts";
import { isoDate, localTime } from "./local-time.ts";
import { offsetAt } from "./offset-at.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The clock on a shop's wall. */
export interface WallClock {
  /**
   * When the wall shows this (minutes after midnight of `date`; 1440 and more: on the days after). As Temporal's
   * "compatible": of two such moments the first; where clocks jump over it, as much later as they jump.
   */
  readonly instantOf: (date: string, minutes: number) => Instant;
  /** `YYYY-MM-DD` on the wall. */
  readonly dateAt: (at: Instant) => string;
}

/**
 * Offsets at UTC midnights, by zone and day since the epoch: looking one up costs fifty times more than remembering it.
 * There are some 600 zones, and of each this many days at most.
 */
const offsets = new Map<string, Map<number, number>>();
const MOST_DAYS = 2_000;

const offsetOnDay = (day: number, timeZone: string): number => {
  const ofZone = offsets.get(timeZone) ?? new Map<number, number>();
  const known = ofZone.get(day);
  if (known !== undefined) return known;
  const offset = offsetAt(day * DAY, timeZone);
  if (ofZone.size >= MOST_DAYS) ofZone.clear();
  offsets.set(timeZone, ofZone.set(day, offset));
  return offset;
};

/** Throws RangeError on an unknown zone, when first asked. */
export const wallClock = (timeZone: string): WallClock => ({
  instantOf: (date, minutes) => {
    const wall = Date.parse(date) + minutes * MINUTE;
    // More than any offset before and after the moment. No zone changes its clocks twice in three days.
    const day = Math.floor(wall / DAY);
    const before = offsetOnDay(day - 1, timeZone);
    const after = offsetOnDay(day + 2, timeZone);
    const first = wall - before;
    if (before === after || offsetAt(first, timeZone) === before) return first;
    const second = wall - after;
    return offsetAt(second, timeZone) === after ? second : first;
  },
  dateAt: (at) => {
    const day = Math.floor(at / DAY);
    const offset = offsetOnDay(day, timeZone);
    return offset === offsetOnDay(day + 1, timeZone)
      ? isoDate(localMidnight(at + offset))
      : localTime(at, timeZone).date;
  },
});

const localMidnight = (wall: number): number => Math.floor(wall / DAY) * DAY;
