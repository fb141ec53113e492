import { Agenda } from "./agenda.ts";
import type { Branch } from "./branch.ts";
import type { Chance } from "./chance.ts";
import { openCounters } from "./open-counters.ts";
import type { Minute, Scenario } from "./scenario.ts";

/** An agent waits so long for somebody who does not come. */
const NO_SHOW_MINUTES = 1.5;
/** Whether a closed counter has opened again is looked at this often, minutes. */
const LOOK_AGAIN = 5;
const MOST_ARRIVALS_PER_HOUR = 60;

type Happening =
  | { readonly kind: "arrival" }
  | { readonly kind: "leaves"; readonly ticketId: string }
  | { readonly kind: "free"; readonly counter: number }
  | { readonly kind: "served" | "missed"; readonly counter: number; readonly ticketId: string };

/** The arrivals of a day whose rate varies (thinning: Lewis and Shedler 1979). */
const arrivalsOf = ({ opens, closes, arrivals }: Scenario, chance: Chance): Minute[] => {
  const times: Minute[] = [];
  for (let minute = opens; ;) {
    minute += chance.exponential(60 / MOST_ARRIVALS_PER_HOUR);
    if (minute >= closes) return times;
    if (chance.happens(arrivals(minute) / MOST_ARRIVALS_PER_HOUR)) times.push(minute);
  }
};

const drawn = <Kind extends { readonly share: number }>(kinds: readonly Kind[], chance: Chance): Kind => {
  let left = chance.next();
  for (const kind of kinds) {
    left -= kind.share;
    if (left < 0) return kind;
  }
  const last = kinds.at(-1);
  if (last === undefined) throw new Error("There is nothing to draw from.");
  return last;
};

interface Day {
  readonly scenario: Scenario;
  readonly branch: Branch;
  readonly chance: Chance;
  /** Minutes since 1970 of its midnight. */
  readonly midnight: number;
  readonly counterClosesAt: Minute | null;
}

class Running {
  readonly #day: Day;
  readonly #agenda = new Agenda<Happening>();
  readonly #waiting = new Set<string>();
  readonly #idle = new Set<number>();

  constructor(day: Day) {
    this.#day = day;
    for (const minute of arrivalsOf(day.scenario, day.chance)) this.#agenda.add(minute, { kind: "arrival" });
    const most = Math.max(...day.scenario.staffing.map(({ counters }) => counters));
    for (let counter = 1; counter <= most; counter++)
      this.#agenda.add(day.scenario.opens, { kind: "free", counter });
  }

  run(): void {
    for (let next = this.#agenda.next(); next !== undefined; next = this.#agenda.next())
      this.#happens(next.thing, next.at);
  }

  #happens(thing: Happening, minute: Minute): void {
    const { branch, midnight } = this.#day;
    if (thing.kind === "arrival") return this.#join(minute);
    if (thing.kind === "leaves") return this.#leave(thing.ticketId, minute);
    if (thing.kind === "served") branch.complete(thing.ticketId, midnight + minute);
    if (thing.kind === "missed") branch.giveUp(thing.ticketId, midnight + minute);
    this.#serveNext(thing.counter, minute);
  }

  #join(minute: Minute): void {
    const { scenario, branch, chance, midnight, counterClosesAt } = this.#day;
    const { priority } = drawn(scenario.classes, chance);
    const ticketId = branch.join(priority, midnight + minute);
    this.#waiting.add(ticketId);
    if (scenario.patience !== null)
      this.#agenda.add(minute + chance.exponential(scenario.patience), { kind: "leaves", ticketId });
    const counters = openCounters(scenario, minute, counterClosesAt);
    const [free] = [...this.#idle].filter((counter) => counter <= counters);
    if (free !== undefined) this.#serveNext(free, minute);
  }

  #leave(ticketId: string, minute: Minute): void {
    if (!this.#waiting.delete(ticketId)) return;
    this.#day.branch.leave(ticketId, this.#day.midnight + minute);
  }

  #serveNext(counter: number, minute: Minute): void {
    const { scenario, branch, chance, midnight, counterClosesAt } = this.#day;
    this.#idle.delete(counter);
    const isOver = minute >= scenario.closes && branch.waiting === 0;
    if (isOver) return;
    if (counter > openCounters(scenario, minute, counterClosesAt))
      return this.#agenda.add(minute + LOOK_AGAIN, { kind: "free", counter });
    const ticketId = branch.callNext(String(counter), midnight + minute);
    if (ticketId === null) return void this.#idle.add(counter);
    if (!this.#waiting.delete(ticketId)) throw new Error("Somebody was called who does not wait.");
    if (chance.happens(scenario.noShow))
      return this.#agenda.add(minute + NO_SHOW_MINUTES, { kind: "missed", counter, ticketId });
    branch.start(ticketId, midnight + minute);
    const { meanMinutes, variation } = drawn(scenario.services, chance);
    const ends = minute + chance.lognormal(meanMinutes, variation);
    this.#agenda.add(ends, { kind: "served", counter, ticketId });
  }
}

/** One day from opening until the last who waited is served. */
export const simulateDay = (day: Day): void => new Running(day).run();
