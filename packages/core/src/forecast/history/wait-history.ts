import type { LineReading } from "../line-reading.ts";
import { BranchMemory } from "./branch-memory.ts";
import type { LineMemory } from "./line-memory.ts";
import type { LineToday } from "./line-today.ts";
import { Pace } from "./pace.ts";
import type { SettledWait } from "./settled-wait.ts";
import { StallTimes } from "./stall-times.ts";

/** Assumed where no duration is set. */
const UNKNOWN_SERVICE_MINUTES = 10;
const UNKNOWN_STALL_MINUTES = 30;

/** What a forecast looks at besides the reading itself. */
export interface Surroundings {
  readonly line: LineMemory;
  /** The line's day, the reading itself included. */
  readonly today: LineToday;
  readonly branch: BranchMemory;
  /** Stalls of all branches. */
  readonly stalls: StallTimes;
  /** Minutes per person ahead that this line is taken to need, from the widest knowledge to its own. */
  readonly perPerson: number;
  /** The same before the line's own waits are counted. */
  readonly priorPerPerson: number;
}

/**
 * The memory from which waits are forecast. It knows only what it was told: readings in the order of time, and each
 * wait once its end is known.
 */
export class WaitHistory {
  readonly #branches = new Map<string, BranchMemory>();
  readonly #pace = new Pace();
  readonly #stalls = new StallTimes();
  /** Stalls that ended at `#now`: lines read in the same minute do not learn of each other. */
  #fresh: { readonly branch: BranchMemory; readonly minutes: number }[] = [];
  #now = -Infinity;

  /** Takes a reading and answers what is known about it. */
  see(reading: LineReading): Surroundings {
    this.#advance(reading.at);
    const known = this.#known(reading);
    const stalled = known.line.see(reading, known.perPerson);
    if (stalled !== null) this.#fresh.push({ branch: known.branch, minutes: stalled });
    const { today } = known.line;
    if (today === null) throw new Error("A line that was read has a day.");
    return { ...known, today };
  }

  /** What would be known about a reading, without taking it. */
  peek(reading: LineReading): Surroundings {
    const known = this.#known(reading);
    return { ...known, today: known.line.todayWith(reading) };
  }

  #known(reading: LineReading): Omit<Surroundings, "today"> {
    const branch = this.#branch(reading.branch);
    const line = branch.line(reading.queue);
    const set = (reading.setMinutes || UNKNOWN_SERVICE_MINUTES) / Math.max(1, reading.counters);
    const priorPerPerson = branch.pace.perPerson(this.#pace.perPerson(set));
    const perPerson = line.pace.perPerson(priorPerPerson);
    return { line, branch, stalls: this.#stalls, perPerson, priorPerPerson };
  }

  settle(wait: SettledWait): void {
    const branch = this.#branch(wait.reading.branch);
    this.#pace.settle(wait);
    branch.settle(wait);
    branch.line(wait.reading.queue).settle(wait);
  }

  /** Minutes until a line's number moves again, given how long it has stood still. */
  static restOfStall({ line, branch, stalls }: Surroundings, age: number): { line: number; branch: number } {
    const everywhere = stalls.rest(age, UNKNOWN_STALL_MINUTES, 1);
    const inBranch = branch.stalls.rest(age, everywhere, 10);
    return { branch: inBranch, line: line.stalls.rest(age, inBranch, 5) };
  }

  #advance(at: number): void {
    if (at < this.#now) throw new Error("Readings must come in the order of time.");
    if (at === this.#now) return;
    for (const { branch, minutes } of this.#fresh) {
      branch.stalls.ended(minutes);
      this.#stalls.ended(minutes);
    }
    this.#fresh = [];
    this.#now = at;
  }

  #branch(name: string): BranchMemory {
    const known = this.#branches.get(name);
    if (known !== undefined) return known;
    const branch = new BranchMemory();
    this.#branches.set(name, branch);
    return branch;
  }
}
