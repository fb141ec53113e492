import { weekdayOf } from "../line-reading.ts";

/** Assumed before any day was seen to its end: 16:00. */
const UNKNOWN_CLOSING = 16 * 60;
const KEPT_DAYS = 28;
const SAME_WEEKDAYS = 3;
const OTHER_DAYS = 6;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** When a branch stops calling, learned from its last call of each day. */
export class ClosingTimes {
  /** Day -> minute of the day of the last call known so far, oldest day first. */
  readonly #lastCalls = new Map<number, number>();

  called(day: number, minute: number): void {
    this.#lastCalls.set(day, Math.max(this.#lastCalls.get(day) ?? 0, minute));
    for (const oldest of this.#lastCalls.keys()) {
      if (this.#lastCalls.size <= KEPT_DAYS) return;
      this.#lastCalls.delete(oldest);
    }
  }

  /** The minute of the day at which calling will likely stop: as on the same weekdays before, else as usual. */
  expected(day: number): number {
    const before = [...this.#lastCalls].filter(([other]) => other < day);
    const same = before.filter(([other]) => weekdayOf(other) === weekdayOf(day));
    const today = this.#lastCalls.get(day) ?? 0;
    if (same.length > 0) return Math.max(today, mean(same.slice(-SAME_WEEKDAYS).map(([, minute]) => minute)));
    const recent = before
      .slice(-OTHER_DAYS)
      .map(([, minute]) => minute)
      .toSorted((a, b) => a - b);
    return Math.max(today, recent[recent.length >> 1] ?? UNKNOWN_CLOSING);
  }
}
