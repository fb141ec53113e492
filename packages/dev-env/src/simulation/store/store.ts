import { fold, type ShopState } from "@callnext/core";
import {
  type BatchPlan,
  claimName,
  type ShopSnapshot,
  type StoredAnswer,
  type Submission,
} from "@callnext/server/simulation";
import type { Era, History, LoggedEvent } from "../history.ts";
import { peopleOf, type PeopleOfEvents, whoBy } from "../people-of.ts";
import type { SimulatedClock } from "../world/clock.ts";
import { RowLock } from "./row-lock.ts";
import { StoreError } from "./store-error.ts";

const joined = (before: PeopleOfEvents, added: PeopleOfEvents): PeopleOfEvents => ({
  people: new Map([...before.people, ...added.people]),
  bookers: new Map([...before.bookers, ...added.bookers]),
});

interface Claimed {
  readonly bodyHash: string;
  readonly stored: StoredAnswer;
  /** The shop's seq when the answer was kept: a backup older than it does not know the answer. */
  readonly seq: number;
}

export interface StoreOptions {
  readonly clock: SimulatedClock;
  readonly history: History;
  readonly newEpoch: () => string;
}

/** The database: a durable log with transactions. What is written here was committed; whether anybody learns of it is another matter. */
export class SimulatedStore {
  readonly lock: RowLock;
  readonly #options: StoreOptions;
  #state: ShopState;
  #people: PeopleOfEvents = peopleOf([]);
  #answers = new Map<string, Claimed>();
  #era: Era;
  /** The seq after each transaction. */
  #commits: number[] = [];
  #appointmentIds = 0;
  /** Grows when the database restarts: transactions of before are gone. */
  incarnation = 0;

  constructor(options: StoreOptions) {
    this.#options = options;
    this.lock = new RowLock(options.clock);
    this.#state = options.history.begin;
    this.#era = this.#begin([], 0);
  }

  get seq(): number {
    return this.#state.seq;
  }

  /** What a node reads that holds nothing yet. */
  load(): ShopSnapshot {
    const { tenant, staffNames } = this.#options.history;
    const state = this.#state;
    const people = new Map([...this.#people.people].filter(([id]) => state.tickets.has(id)));
    const bookers = new Map([...this.#people.bookers].filter(([id]) => state.appointments.has(id)));
    return { tenant, staffNames, epoch: this.#era.epoch, state, people, bookers, suspended: false };
  }

  /** From the sequence that no rollback and no backup takes back. */
  nextAppointmentId(): number {
    this.#appointmentIds += 1;
    return this.#appointmentIds;
  }

  eventsAfter(seq: number, limit: number): readonly LoggedEvent[] {
    return this.#era.log.slice(seq, seq + limit);
  }

  answers(submissions: readonly Submission[]): ReadonlyMap<string, Claimed> {
    const found = new Map<string, Claimed>();
    for (const { idempotency } of submissions) {
      const name = idempotency === undefined ? undefined : claimName(idempotency);
      const claimed = name === undefined ? undefined : this.#answers.get(name);
      if (name !== undefined && claimed !== undefined) found.set(name, claimed);
    }
    return found;
  }

  /** Everything of a batch or nothing. */
  commit(plan: BatchPlan, submissions: readonly Submission[]): void {
    if (plan.before.seq !== this.#state.seq)
      throw new Error("A batch was decided on a state that is not the newest.");
    const kept = this.#claims(plan, submissions);
    for (const name of kept.keys()) if (this.#answers.has(name)) throw new StoreError("claimed");
    const { clock } = this.#options;
    const written = plan.events.map((event) => ({ event, committedAt: clock.now, ...whoBy(event, plan) }));
    this.#era.log.push(...written);
    this.#people = joined(this.#people, peopleOf(written));
    this.#state = plan.after;
    this.#commits.push(plan.after.seq);
    for (const [name, claimed] of kept) this.#answers.set(name, claimed);
    this.#recordEffects(plan, submissions);
  }

  hasEvents(plan: BatchPlan): boolean {
    const [first] = plan.events;
    // An event made by another node's batch is another object.
    return first !== undefined && this.#era.log[first.seq - 1]?.event === first;
  }

  restart(): void {
    this.incarnation += 1;
    this.lock.reset();
  }

  /** The state at this seq or just before, as some transaction left it, under a new epoch; never before the opening. */
  restore(wanted: number): void {
    const { history } = this.#options;
    const [opening = 0] = this.#commits;
    this.#commits = this.#commits.filter((seq) => seq <= Math.max(opening, wanted));
    const seq = this.#commits.at(-1) ?? 0;
    this.#era.keptUpTo = seq;
    const kept = this.#era.log.slice(0, seq);
    this.#era = this.#begin(kept, seq);
    this.#state = fold(
      history.begin,
      kept.map(({ event }) => event),
    );
    this.#people = peopleOf(kept);
    this.#answers = new Map([...this.#answers].filter(([, answer]) => answer.seq <= seq));
    this.restart();
  }

  #begin(log: LoggedEvent[], from: number): Era {
    const { clock, history, newEpoch } = this.#options;
    const era: Era = { epoch: newEpoch(), log, from, beganAt: clock.now, keptUpTo: null };
    history.eras.push(era);
    return era;
  }

  #claims(plan: BatchPlan, submissions: readonly Submission[]): ReadonlyMap<string, Claimed> {
    const kept = new Map<string, Claimed>();
    for (const [index, { idempotency }] of submissions.entries()) {
      const result = plan.results[index];
      if (idempotency === undefined || result?.kind !== "decided") continue;
      kept.set(claimName(idempotency), {
        bodyHash: idempotency.bodyHash,
        stored: result.stored,
        seq: plan.after.seq,
      });
    }
    return kept;
  }

  #recordEffects(plan: BatchPlan, submissions: readonly Submission[]): void {
    let seq = plan.before.seq;
    for (const [index, { ref }] of submissions.entries()) {
      const result = plan.results[index];
      if (result?.kind !== "decided" || !result.stored.ok) continue;
      const toSeq = result.stored.answer.seq;
      if (toSeq > seq) {
        this.#options.history.effects.push({
          operation: ref ?? "",
          epoch: this.#era.epoch,
          fromSeq: seq + 1,
          toSeq,
        });
      }
      seq = toSeq;
    }
  }
}
