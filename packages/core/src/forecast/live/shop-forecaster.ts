import { countersAtWork } from "../../policy/counters-at-work.ts";
import { callsAhead } from "../../policy/estimate-wait.ts";
import type { ShopEvent } from "../../queue/events.ts";
import type { Queue } from "../../queue/queue.ts";
import type { ShopState } from "../../queue/shop.ts";
import type { Ticket, TicketId } from "../../queue/ticket.ts";
import type { Instant } from "../../queue/time.ts";
import type { LineReading, WallMinutes } from "../line-reading.ts";
import type { WaitModel } from "../model/wait-model.ts";
import { type OpenForecast, WaitForecaster } from "../wait-forecaster.ts";
import { forecastLine } from "./forecast-line.ts";
import type { KeptForecast, SettledForecast, TicketForecast } from "./kept-forecast.ts";
import { anchorsOf, type QueueForecasts, spreadOut } from "./queue-forecasts.ts";
import { setMinutes } from "./set-minutes.ts";
import { shopMinutes } from "./shop-minutes.ts";
import { UsualWaits } from "./usual-waits.ts";

const MINUTE = 60_000;
/** What is forecast of a queue is renewed at most so often, by the times of its events. */
const RENEW_EVERY = 1_000;
/** A ticket's forecast is put on record again each time it has come half the way to the front. */
const HALF = 2;
/** Longer than usual: by this share and by so many minutes. */
const UNUSUAL_SHARE = 1.5;
const UNUSUAL_MINUTES = 10;

/**
 * `screens` asks what each place waits, again and again; `record` only what is given to each ticket and what comes of
 * it; `training` keeps all of that to learn from.
 */
export type ForecastPurpose = "screens" | "record" | "training";

interface OnRecord {
  /** The place at which the newest was given. */
  place: number;
  readonly given: TicketForecast[];
}

/**
 * Forecasts the waits of one shop from its events, and tells what came of each forecast given. What it says after an
 * event is a function of what it recalled, of its model and of the events since: two nodes say the same.
 */
export class ShopForecaster {
  readonly #branch: string;
  readonly #purpose: ForecastPurpose;
  readonly #forecaster: WaitForecaster;
  readonly #usual = new UsualWaits();
  readonly #calls = new Map<string, number>();
  readonly #onRecord = new Map<TicketId, OnRecord>();
  readonly #renewedAt = new Map<string, Instant>();
  #forecasts: ReadonlyMap<string, QueueForecasts> = new Map();
  #clock: WallMinutes = -Infinity;

  constructor(branch: string, purpose: ForecastPurpose) {
    this.#branch = branch;
    this.#purpose = purpose;
    this.#forecaster = new WaitForecaster({ keepsExamples: purpose === "training" });
  }

  /** Learns again from forecasts of the past, in the order in which they were given and became known. */
  recall(kept: readonly KeptForecast[]): void {
    const known = kept.toSorted((a, b) => a.knownSeq - b.knownSeq || a.seq - b.seq);
    const open = new Map<KeptForecast, OpenForecast>();
    let ended = 0;
    const settleUpTo = (seq: number): void => {
      for (let next = known[ended]; next !== undefined && next.knownSeq <= seq; next = known[++ended]) {
        const forecast = open.get(next);
        if (forecast === undefined) throw new Error("A forecast became known before it was given.");
        if (next.minutes !== null) this.#learn(next.queueId, forecast, next.minutes);
        open.delete(next);
      }
    };
    for (const one of kept.toSorted((a, b) => a.seq - b.seq || a.reading.waiting - b.reading.waiting)) {
      settleUpTo(one.seq);
      open.set(one, this.#forecaster.recall(one.reading, one.given));
      this.#clock = Math.max(this.#clock, one.reading.at);
    }
    settleUpTo(Infinity);
  }

  adopt(model: WaitModel): void {
    this.#forecaster.adopt(model);
  }

  /** Trains on all that is known, for the purpose of `training`. */
  retrain(seed: number): WaitModel {
    return this.#forecaster.retrain(seed);
  }

  /** Takes the next event, with the state before and after it; answers the forecasts whose end it brought. */
  advance(event: ShopEvent, before: ShopState, after: ShopState): readonly SettledForecast[] {
    // Telling a day again begins with the state after its turn, so nothing is given at the turn itself.
    if (event.type === "service-day-started") return this.endDay(event);
    const settled = this.#settle(event, before, after);
    if (event.type === "ticket-called") {
      const { queueId } = before.tickets.get(event.ticketId) ?? { queueId: "" };
      this.#calls.set(queueId, (this.#calls.get(queueId) ?? 0) + 1);
    }
    for (const queue of after.queues.values()) {
      const isTouched = before.queues.get(queue.id) !== queue || this.#isAbout(event, after, queue);
      if (isTouched && !queue.archived) this.#look(event, after, queue);
    }
    return settled;
  }

  /** The day is over: who still waits is not called on it any more, and the forecasts given end without a wait. */
  endDay({ at, seq }: { readonly at: Instant; readonly seq: number }): readonly SettledForecast[] {
    const open = [...this.#onRecord.values()].flatMap(({ given }) => given);
    this.#calls.clear();
    this.#onRecord.clear();
    return open.map((given) => ({ ...given, minutes: null, knownAt: at, knownSeq: seq }));
  }

  /** For screens: of each queue as it stood at the last event that touched it. Another map after each change. */
  get forecasts(): ReadonlyMap<string, QueueForecasts> {
    return this.#forecasts;
  }

  #isAbout(event: ShopEvent, state: ShopState, queue: Queue): boolean {
    return "ticketId" in event && state.tickets.get(event.ticketId)?.queueId === queue.id;
  }

  #settle(event: ShopEvent, before: ShopState, after: ShopState): readonly SettledForecast[] {
    if (!("ticketId" in event)) return [];
    const record = this.#onRecord.get(event.ticketId);
    const queueBefore = before.tickets.get(event.ticketId)?.queueId;
    const ticket = after.tickets.get(event.ticketId);
    const staysInLine = ticket?.status === "waiting" && ticket.queueId === queueBefore;
    if (record === undefined || staysInLine) return [];
    this.#onRecord.delete(event.ticketId);
    const isCalled = event.type === "ticket-called";
    return record.given.map((given) => {
      const minutes = isCalled ? (event.at - given.at) / MINUTE : null;
      if (minutes !== null) this.#learn(given.queueId, given.open, minutes);
      return { ...given, minutes, knownAt: event.at, knownSeq: event.seq };
    });
  }

  #learn(queueId: string, open: OpenForecast, minutes: number): void {
    this.#forecaster.settle(open, minutes, 0);
    this.#usual.settle(queueId, open.reading.at, minutes);
  }

  #look(event: ShopEvent, state: ShopState, queue: Queue): void {
    this.#clock = Math.max(this.#clock, shopMinutes(state.shop, event.at));
    const { free } = countersAtWork(state, queue);
    for (const [index, id] of queue.line.entries()) {
      const place = index + 1;
      const record = this.#onRecord.get(id);
      // Whom a free counter awaits is promised nothing; an appointment before its time is told that time.
      if (place <= free || (record !== undefined && place > record.place / HALF)) continue;
      const ticket = state.tickets.get(id);
      if (ticket === undefined || (ticket.dueAt !== undefined && ticket.due !== true)) continue;
      this.#give(event, state, queue, ticket, place);
    }
    if (this.#purpose !== "screens") return;
    if (event.at - (this.#renewedAt.get(queue.id) ?? -Infinity) < RENEW_EVERY) return;
    this.#renewedAt.set(queue.id, event.at);
    this.#forecasts = new Map(this.#forecasts).set(queue.id, this.#renewed(state, queue, free));
  }

  #give(event: ShopEvent, state: ShopState, queue: Queue, ticket: Ticket, place: number): void {
    const open = this.#forecaster.forecast(this.#reading(state, queue, ticket.priority, place));
    const given = { ticketId: ticket.id, queueId: queue.id, seq: event.seq, at: event.at, open };
    const record = this.#onRecord.get(ticket.id);
    if (record === undefined) this.#onRecord.set(ticket.id, { place, given: [given] });
    else {
      record.place = place;
      record.given.push(given);
    }
  }

  #reading(state: ShopState, queue: Queue, priority: Ticket["priority"], place: number): LineReading {
    return {
      branch: this.#branch,
      queue: `${this.#branch} ${forecastLine(queue, priority)}`,
      at: this.#clock,
      called: this.#calls.get(queue.id) ?? 0,
      waiting: 1 + callsAhead(state, queue.id)(place - 1),
      counters: countersAtWork(state, queue).serving,
      setMinutes: setMinutes(state, queue),
    };
  }

  #renewed(state: ShopState, queue: Queue, free: number): QueueForecasts {
    const count = queue.line.length + 1;
    const anchors = anchorsOf(count);
    const made = anchors.map((place) => {
      const priority = state.tickets.get(queue.line[place - 1] ?? "")?.priority ?? 0;
      return place <= free
        ? { p10: 0, p50: 0, p90: 1 }
        : this.#forecaster.peek(this.#reading(state, queue, priority, place));
    });
    const places = spreadOut(anchors, made);
    const usual = this.#usual.at(queue.id, this.#clock);
    const joining = places.at(-1)?.p50 ?? 0;
    const longerThanUsual =
      usual !== null && joining > usual * UNUSUAL_SHARE && joining > usual + UNUSUAL_MINUTES;
    return { places, longerThanUsual };
  }
}
