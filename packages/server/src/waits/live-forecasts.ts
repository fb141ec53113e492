import { fold, forecastsOf, type QueueForecasts, type ShopForecaster, type ShopState } from "@callnext/core";
import type { Logger } from "pino";
import type { DayStarts, ShopPlace } from "../records/day-starts.ts";
import { readLog } from "../records/read-log.ts";
import type { ShopChange, ShopRuntime, ShopSnapshot } from "../shops/shop-runtime.ts";
import { openForecaster } from "./settle-days.ts";
import type { WaitLog } from "./wait-log.ts";

export interface LiveNeeds {
  readonly runtime: Pick<ShopRuntime, "events" | "freshSnapshot" | "follow">;
  readonly dayStarts: DayStarts;
  readonly waits: WaitLog;
  readonly log: Logger;
  readonly now: () => number;
}

/** A shop whose day cannot be told (its log is too long) is tried again so much later, with the next day. */
const TRY_AGAIN_MS = 10 * 60_000;
/** When a day has turned, what was learned of the day before is looked for this often. */
const LOOK_EVERY_MS = 60_000;

interface Ready {
  readonly forecaster: ShopForecaster;
  readonly baseDay: string | null;
  readonly epoch: string;
  state: ShopState;
}

/**
 * The forecasts of one shop while it is followed: its base from the record, then every event since the day began, so
 * that each node which follows the shop says the same.
 */
export class LiveForecasts implements Disposable {
  readonly #needs: LiveNeeds;
  readonly #place: ShopPlace;
  readonly #following: Disposable;
  #ready: Ready | null = null;
  #early: ShopChange[] = [];
  #loading = false;
  #nextLook = 0;
  #stopped = false;

  constructor(needs: LiveNeeds, place: ShopPlace) {
    this.#needs = needs;
    this.#place = place;
    this.#following = needs.runtime.follow(place.shopId, (change) => this.#take(change));
    this.#load();
  }

  /** As of the newest event taken; undefined while the base is being read. */
  waitsOf({ state }: ShopSnapshot): ((queueId: string) => QueueForecasts | undefined) | undefined {
    const forecasts = this.#ready?.forecaster.forecasts;
    return forecasts === undefined ? undefined : (queueId) => forecastsOf(forecasts, state, queueId);
  }

  [Symbol.dispose](): void {
    this.#stopped = true;
    this.#following[Symbol.dispose]();
  }

  #take(change: ShopChange): void {
    const ready = this.#ready;
    if (this.#loading) this.#early.push(change);
    if (ready !== null) {
      if (ready.epoch === change.after.epoch) this.#advance(ready, change);
      else this.#ready = null;
    }
    this.#lookAgain();
  }

  #advance(ready: Ready, { events, after }: ShopChange): void {
    const fresh = events.filter(({ seq }) => seq > ready.state.seq);
    for (const [index, event] of fresh.entries()) {
      const before = ready.state;
      // The last one's state is at hand; those between are made again.
      const isLast = index === fresh.length - 1 && event.seq === after.state.seq;
      ready.state = isLast ? after.state : fold(before, [event]);
      ready.forecaster.advance(event, before, ready.state);
    }
  }

  /** A new base after the night, or after it could not be read. */
  #lookAgain(): void {
    const now = this.#needs.now();
    if (this.#loading || this.#stopped || now < this.#nextLook) return;
    this.#nextLook = now + LOOK_EVERY_MS;
    const ready = this.#ready;
    if (ready === null) return this.#load();
    this.#needs.waits
      .newestDay(this.#place)
      .then((day) => {
        if (day !== ready.baseDay) this.#load();
      })
      .catch((error: unknown) => this.#complain(error));
  }

  #load(): void {
    if (this.#loading || this.#stopped) return;
    this.#loading = true;
    this.#nextLook = this.#needs.now() + LOOK_EVERY_MS;
    this.#read()
      .catch((error: unknown) => this.#complain(error))
      .finally(() => {
        this.#loading = false;
        this.#early = [];
      });
  }

  async #read(): Promise<void> {
    const { runtime, dayStarts, waits } = this.#needs;
    const { shopId } = this.#place;
    const snapshot = await runtime.freshSnapshot(shopId);
    if (snapshot === undefined) return;
    const base = await waits.base(this.#place);
    const start = await dayStarts.before(this.#place, snapshot.state.seq + 1);
    if (start === undefined) return;
    const events = await readLog(runtime, shopId, start.seq, Infinity);
    if (events === undefined) {
      this.#nextLook = this.#needs.now() + TRY_AGAIN_MS;
      return;
    }
    const forecaster = openForecaster(this.#place, base, "screens");
    const ready: Ready = { forecaster, baseDay: base.day, epoch: snapshot.epoch, state: start };
    for (const event of events) {
      const before = ready.state;
      ready.state = fold(before, [event]);
      forecaster.advance(event, before, ready.state);
    }
    for (const change of this.#early) if (change.after.epoch === ready.epoch) this.#advance(ready, change);
    if (!this.#stopped) this.#ready = ready;
  }

  #complain(error: unknown): void {
    this.#needs.log.warn({ err: error, shopId: this.#place.shopId }, "waits cannot be forecast just now");
  }
}
