import { dayOf, type LineReading } from "../line-reading.ts";
import { RECORD_FLOOR } from "./wait-model.ts";

/** A forecast of the trees, to be compared with what came. */
export interface GivenForecast {
  readonly reading: LineReading;
  readonly centre: number;
}

/** One miss counts at most so much, as a share of the forecast. */
const LARGEST_MISS = 4;
/** Earlier days count for less with each new day. */
const DAY_MEMORY = 0.9;
const KEPT_OPEN = 300;

/** How far a wait lay from its forecast, as a share of the forecast. */
export const missOf = (centre: number, minutes: number): number =>
  Math.max(-1, Math.min(LARGEST_MISS, (minutes - centre) / (centre + RECORD_FLOOR)));

/** Misses of today and of the days before. */
class Misses {
  today = { sum: 0, count: 0 };
  earlier = { sum: 0, count: 0 };
  #day = -Infinity;

  turnTo(day: number): void {
    if (day <= this.#day) return;
    this.earlier.sum = this.earlier.sum * DAY_MEMORY + this.today.sum;
    this.earlier.count = this.earlier.count * DAY_MEMORY + this.today.count;
    this.today = { sum: 0, count: 0 };
    this.#day = day;
  }

  add(miss: number): void {
    this.today.sum += miss;
    this.today.count += 1;
  }
}

const leaning = ({ sum, count }: { sum: number; count: number }, strength: number): number =>
  sum / (count + strength);

interface LineRecord {
  readonly misses: Misses;
  /** Today's forecasts whose wait is not over, oldest first. */
  open: GivenForecast[];
}

/** What past forecasts say about the next: always true, line today, line before, branch today, overdue. */
export type RecordSigns = readonly [1, number, number, number, number];

/** The record of forecasts against waits, per line and branch. */
export class ForecastRecord {
  readonly #lines = new Map<string, LineRecord>();
  readonly #branches = new Map<string, Misses>();

  /** To be asked before the forecast for the reading is given. */
  signs({ branch, queue, at }: LineReading): RecordSigns {
    const line = this.#line(queue);
    const inBranch = this.#branch(branch);
    const day = dayOf(at);
    line.misses.turnTo(day);
    inBranch.turnTo(day);
    line.open = line.open.filter(({ reading }) => dayOf(reading.at) === day);
    let overdue = 0;
    for (const { reading, centre } of line.open) overdue += Math.max(0, missOf(centre, at - reading.at));
    return [
      1,
      leaning(line.misses.today, 8),
      leaning(line.misses.earlier, 40),
      leaning(inBranch.today, 30),
      overdue / (line.open.length + 3),
    ];
  }

  gave(forecast: GivenForecast): void {
    const { open } = this.#line(forecast.reading.queue);
    open.push(forecast);
    if (open.length > KEPT_OPEN) open.shift();
  }

  settle(forecast: GivenForecast, minutes: number): void {
    const { branch, queue } = forecast.reading;
    const line = this.#line(queue);
    const miss = missOf(forecast.centre, minutes);
    line.open = line.open.filter((open) => open !== forecast);
    line.misses.add(miss);
    this.#branch(branch).add(miss);
  }

  #line(queue: string): LineRecord {
    const known = this.#lines.get(queue);
    if (known !== undefined) return known;
    const line = { misses: new Misses(), open: [] };
    this.#lines.set(queue, line);
    return line;
  }

  #branch(name: string): Misses {
    const known = this.#branches.get(name);
    if (known !== undefined) return known;
    const misses = new Misses();
    this.#branches.set(name, misses);
    return misses;
  }
}
