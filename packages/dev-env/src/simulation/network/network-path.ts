import type { SimulatedClock } from "../world/clock.ts";
import type { Random } from "../world/random.ts";
import type { Connection } from "./connection.ts";

/** What a kernel waits at most before it tries a lost segment again, here. */
const LONGEST_RETRY_MS = 6_000;

/** One machine's way to the servers, with its latency and whatever is wrong with it. Changed by faults. */
export class NetworkPath {
  readonly connections = new Set<Connection>();
  /** The network says at once that nobody can be reached. */
  noRoute = false;
  /** Bytes per millisecond that the machine takes in. */
  readRate = Number.POSITIVE_INFINITY;
  /** How probable it is that a request's answer is lost on its way back. */
  losesAnswers = 0;
  /** How probable it is that a proxy sends a request a second time, to another node. */
  repeatsRequests = 0;
  /** Added to each way, ms. */
  slowness = 0;
  #hole: { readonly up: boolean; readonly down: boolean; readonly since: number } | null = null;
  readonly #clock: SimulatedClock;
  readonly #random: Random;
  readonly #nearness: number;

  constructor(clock: SimulatedClock, random: Random) {
    this.#clock = clock;
    this.#random = random;
    this.#nearness = random.between(0.3, 15);
  }

  readonly latency = (): number => this.#nearness * this.#random.between(1, 2) + this.slowness;

  get losesUp(): boolean {
    return this.#hole?.up === true;
  }

  get losesDown(): boolean {
    return this.#hole?.down === true;
  }

  /** Everything vanishes without a word; `forgets`: connections of now stay dead when the way opens again. */
  openHole(up: boolean, down: boolean, forgets: boolean): void {
    this.#hole = { up, down, since: this.#clock.now };
    if (forgets) for (const connection of this.connections) connection.isForgotten = true;
    this.apply();
  }

  closeHole(): void {
    const since = this.#hole?.since;
    this.#hole = null;
    if (since === undefined) return;
    // What was lost is sent again when the kernel tries next: the later, the longer the hole was open.
    const longest = Math.min(this.#clock.now - since, LONGEST_RETRY_MS);
    this.#clock.after(this.#random.next() * longest, () => this.apply());
  }

  /** Makes open connections feel what has changed. */
  apply(): void {
    for (const connection of this.connections) {
      const { isForgotten } = connection;
      connection.down.setRate(isForgotten || this.losesDown ? 0 : this.readRate);
      connection.up.setRate(isForgotten || this.losesUp ? 0 : Number.POSITIVE_INFINITY);
    }
  }
}
