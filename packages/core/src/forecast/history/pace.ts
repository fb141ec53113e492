import { minuteOfDay } from "../line-reading.ts";
import type { SettledWait } from "./settled-wait.ts";
import { shrunk } from "./shrunk.ts";

const SLOT_MINUTES = 90;
/** Weight of what is known otherwise, in people. */
const PRIOR_PEOPLE = 20;
const SLOT_PRIOR_PEOPLE = 30;

/** Minutes of waiting per person ahead, from waits that are over. */
export class Pace {
  #minutes = 0;
  #people = 0;
  #counterMinutes = 0;
  #waits = 0;
  readonly #slots = new Map<number, { minutes: number; people: number }>();

  get people(): number {
    return this.#people;
  }

  get minutes(): number {
    return this.#minutes;
  }

  get waits(): number {
    return this.#waits;
  }

  settle({ reading, minutes }: SettledWait): void {
    this.#minutes += minutes;
    this.#people += reading.waiting;
    this.#counterMinutes += minutes * Math.max(1, reading.counters);
    this.#waits += 1;
    const slot = this.#slotOf(minuteOfDay(reading.at));
    const sums = this.#slots.get(slot) ?? { minutes: 0, people: 0 };
    sums.minutes += minutes;
    sums.people += reading.waiting;
    this.#slots.set(slot, sums);
  }

  perPerson(prior: number): number {
    return shrunk(this.#minutes, this.#people, prior, PRIOR_PEOPLE);
  }

  /** As if each of the open counters served its share. */
  perPersonWith(counters: number, prior: number): number {
    return shrunk(this.#counterMinutes, this.#people, prior, PRIOR_PEOPLE) / Math.max(1, counters);
  }

  perPersonAt(minute: number, perPerson: number): number {
    const sums = this.#slots.get(this.#slotOf(minute)) ?? { minutes: 0, people: 0 };
    return shrunk(sums.minutes, sums.people, perPerson, SLOT_PRIOR_PEOPLE);
  }

  /** Null: no wait is known yet. */
  meanWait(): number | null {
    return this.#waits === 0 ? null : this.#minutes / this.#waits;
  }

  #slotOf(minute: number): number {
    return Math.floor(minute / SLOT_MINUTES);
  }
}
