import type { Host } from "../world/host.ts";
import type { Random } from "../world/random.ts";
import type { SimulatedStore } from "./store.ts";
import { StoreError } from "./store-error.ts";

/** What may be wrong with the database for everybody; changed by faults. */
export interface StoreWeather {
  /** `refusing`: nobody listens there; `silent`: nobody answers. */
  state: "up" | "refusing" | "silent";
  /** Added to each way, ms. */
  slowness: number;
  /** How probable it is that an answer is lost although the work was done. */
  losesAnswers: number;
}

export const fairWeather = (): StoreWeather => ({ state: "up", slowness: 0, losesAnswers: 0 });

/** A query that nobody answers is given up. */
const GIVEN_UP_MS = 5_000;
/** How soon a broken connection shows once the way is open again. */
const LOOK_MS = 250;

export interface StoreLinkOptions {
  readonly store: SimulatedStore;
  readonly host: Host;
  readonly weather: StoreWeather;
  readonly random: Random;
  /** How far away the database is from this node, ms one way. */
  readonly distance: number;
}

/** One node's way to the database: each question a round trip that may fail before or after the work was done. */
export class StoreLink {
  readonly store: SimulatedStore;
  /** This node alone cannot reach the database, and nobody tells it. */
  isCut = false;
  readonly #host: Host;
  readonly #weather: StoreWeather;
  readonly #random: Random;
  readonly #distance: number;

  constructor({ store, host, weather, random, distance }: StoreLinkOptions) {
    this.store = store;
    this.#host = host;
    this.#weather = weather;
    this.#random = random;
    this.#distance = distance;
  }

  get now(): number {
    return this.#host.clock.now;
  }

  /** Does `work` at the database, between the question's way there and the answer's way back. */
  async ask<Value>(work: () => Value | Promise<Value>): Promise<Value> {
    const { incarnation } = this.store;
    await this.#travel("unreachable");
    if (this.#weather.state !== "up" || incarnation !== this.store.incarnation)
      throw new StoreError("unreachable");
    const value = await work();
    if (incarnation !== this.store.incarnation || this.#random.chance(this.#weather.losesAnswers)) {
      await this.pause(this.#random.between(1, 30));
      throw new StoreError("lost");
    }
    await this.#travel("lost");
    return value;
  }

  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#host.after(ms, resolve);
    });
  }

  get #isSilent(): boolean {
    return this.isCut || this.#weather.state === "silent";
  }

  async #travel(failure: "unreachable" | "lost"): Promise<void> {
    if (this.#weather.state === "refusing") {
      await this.pause(this.#random.between(0.2, 2));
      throw new StoreError(failure);
    }
    if (this.#isSilent) {
      for (let waited = 0; this.#isSilent && waited < GIVEN_UP_MS; waited += LOOK_MS)
        await this.pause(LOOK_MS);
      throw new StoreError(failure);
    }
    await this.pause(this.#random.between(0.2, 1.5) + this.#distance + this.#weather.slowness);
  }
}
