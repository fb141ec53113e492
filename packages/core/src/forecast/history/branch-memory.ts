import { dayOf, type LineReading, minuteOfDay } from "../line-reading.ts";
import { ClosingTimes } from "./closing-times.ts";
import { LineMemory } from "./line-memory.ts";
import { Pace } from "./pace.ts";
import type { SettledWait } from "./settled-wait.ts";
import { StallTimes } from "./stall-times.ts";

const KEPT_WAITS = 400;
/** A reading this old no longer says what goes on. */
const FRESH_MINUTES = 12;
const STALL_MINUTES = 25;
const SLOWNESS_MINUTES = 90;
/** Minutes of ordinary pace mixed into the comparison. */
const SLOWNESS_PRIOR = 60;

/** What goes on in a branch's other lines. */
export interface OtherLines {
  readonly waiting: number;
  readonly counters: number;
  /** Share of them whose number has not moved for long. */
  readonly stalledShare: number;
}

/** All that is remembered of one branch. */
export class BranchMemory {
  readonly pace = new Pace();
  readonly closing = new ClosingTimes();
  readonly stalls = new StallTimes();
  readonly #lines = new Map<string, LineMemory>();
  /** Newest last. */
  readonly #waits: SettledWait[] = [];

  line(queue: string): LineMemory {
    const known = this.#lines.get(queue);
    if (known !== undefined) return known;
    const line = new LineMemory(queue);
    this.#lines.set(queue, line);
    return line;
  }

  settle(wait: SettledWait): void {
    this.pace.settle(wait);
    this.closing.called(dayOf(wait.reading.at), wait.knownAt - dayOf(wait.reading.at) * 1440);
    this.#waits.push(wait);
    if (this.#waits.length > KEPT_WAITS) this.#waits.shift();
  }

  /** Waits that ended lately in the other lines against what the mean pace had said of them: above 1 is slow. */
  slowness(queue: string, at: number): number {
    let minutes = SLOWNESS_PRIOR;
    let byPace = SLOWNESS_PRIOR;
    for (let index = this.#waits.length - 1; index >= 0; index--) {
      const wait = this.#waits[index] as SettledWait;
      if (wait.knownAt <= at - SLOWNESS_MINUTES) break;
      if (wait.reading.queue === queue) continue;
      minutes += wait.minutes;
      byPace += wait.byPace;
    }
    return minutes / byPace;
  }

  /** The other lines as they stood before `at`. */
  others({ queue, at }: LineReading): OtherLines {
    let waiting = 0;
    let counters = 0;
    let stalled = 0;
    let lines = 0;
    for (const line of this.#lines.values()) {
      const seen = line.queue === queue ? null : line.today?.before(at);
      if (line.today === null || seen == null || at - seen.at >= FRESH_MINUTES) continue;
      waiting += seen.waiting;
      counters += seen.counters;
      lines += 1;
      if (at - line.today.movedBy(seen.at) > STALL_MINUTES) stalled += 1;
    }
    return { waiting, counters, stalledShare: stalled / (lines + 1) };
  }

  /** Minutes from a moment until calling will likely stop, at least 5. */
  untilClosing(at: number): number {
    const minute = minuteOfDay(at);
    return Math.max(5, this.closing.expected(dayOf(at)) - minute);
  }
}
