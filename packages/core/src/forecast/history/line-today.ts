import type { LineReading } from "../line-reading.ts";

/** A reading a minute for a long day. */
const KEPT_READINGS = 600;

/** What changed between two readings of one line on one day. */
export interface LineStep {
  readonly minutes: number;
  /** How far the called number went; below zero where another series of numbers is called. */
  readonly people: number;
  /** How long the number had stood still, when it has now moved. */
  readonly stalled: number | null;
}

/** The readings of one line on one day, oldest first; there is always at least one. */
export class LineToday {
  readonly first: LineReading;
  #readings: LineReading[];
  #movedAt: number;
  #movedBefore: number;

  constructor(first: LineReading) {
    this.first = first;
    this.#readings = [first];
    this.#movedAt = first.at;
    this.#movedBefore = first.at;
  }

  get latest(): LineReading {
    return this.#readings.at(-1) ?? this.first;
  }

  /** When the called number last changed by `at`, as far as was seen. */
  movedBy(at: number): number {
    return this.#movedAt <= at ? this.#movedAt : this.#movedBefore;
  }

  see(reading: LineReading): LineStep {
    const { latest } = this;
    const people = reading.called - latest.called;
    const stalled = people === 0 ? null : reading.at - this.#movedAt;
    if (people !== 0) {
      if (reading.at > this.#movedAt) this.#movedBefore = this.#movedAt;
      this.#movedAt = reading.at;
    }
    this.#readings.push(reading);
    if (this.#readings.length > KEPT_READINGS) this.#readings.shift();
    return { minutes: reading.at - latest.at, people, stalled };
  }

  /** Another one that has seen this reading too. */
  with(reading: LineReading): LineToday {
    const other = new LineToday(this.first);
    other.#readings = [...this.#readings];
    other.#movedAt = this.#movedAt;
    other.#movedBefore = this.#movedBefore;
    other.see(reading);
    return other;
  }

  /** The oldest reading of the last so many minutes. */
  since(minutes: number): LineReading {
    const { latest } = this;
    let found = latest;
    for (let index = this.#readings.length - 1; index >= 0; index--) {
      const reading = this.#readings[index] as LineReading;
      if (latest.at - reading.at > minutes) break;
      found = reading;
    }
    return found;
  }

  /** The newest reading from before `at`. */
  before(at: number): LineReading | null {
    return this.#readings.findLast((reading) => reading.at < at) ?? null;
  }

  /**
   * The slowest minutes per person that follow from those who were last in line at an earlier reading and, by the
   * numbers, are still not called: their wait already is at least so long.
   */
  slowestUnfinished(perPerson: number, strength: number): number {
    const { latest } = this;
    let slowest = 0;
    for (const { called, waiting, at } of this.#readings) {
      if (called + waiting <= latest.called) continue;
      const served = Math.max(0, latest.called - called);
      slowest = Math.max(slowest, (latest.at - at + strength * perPerson) / (served + strength));
    }
    return slowest;
  }

  /** People who left the line in the last so many minutes while the number stood still. */
  leftUncalled(minutes: number): number {
    const { latest } = this;
    let left = 0;
    for (let index = this.#readings.length - 1; index > 0; index--) {
      const reading = this.#readings[index] as LineReading;
      const previous = this.#readings[index - 1] as LineReading;
      if (latest.at - reading.at > minutes) break;
      if (reading.called === previous.called) left += Math.max(0, previous.waiting - reading.waiting);
    }
    return left;
  }
}
