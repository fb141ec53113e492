import type { SimulatedClock } from "./clock.ts";

/** What a kernel takes in before its program has to keep the rest itself. */
const KERNEL_BYTES = 32 * 1024;

interface Item {
  readonly bytes: number;
  readonly arrive: () => void;
  readonly written: () => void;
  isTaken: boolean;
}

export interface PipeOptions {
  readonly clock: SimulatedClock;
  /** Milliseconds from leaving to arriving; asked for each item. */
  readonly latency: () => number;
}

/** One direction of a connection: what goes in comes out once and in order, or not at all. */
export class Pipe {
  readonly #options: PipeOptions;
  #queue: Item[] = [];
  #rate = Number.POSITIVE_INFINITY;
  #sending: Disposable | null = null;
  #lastArrival = 0;
  #isBroken = false;

  constructor(options: PipeOptions) {
    this.#options = options;
  }

  /** Bytes that the sender still keeps because the kernel took no more. */
  get buffered(): number {
    return this.#queue.reduce((sum, item) => (item.isTaken ? sum : sum + item.bytes), 0);
  }

  send(bytes: number, arrive: () => void, written: () => void = () => undefined): void {
    if (this.#isBroken) return;
    this.#queue.push({ bytes, arrive, written, isTaken: false });
    this.#pump();
    this.#takeIn();
  }

  /** Bytes per millisecond; 0 holds everything back. */
  setRate(rate: number): void {
    if (rate === this.#rate) return;
    this.#rate = rate;
    this.#sending?.[Symbol.dispose]();
    this.#sending = null;
    this.#pump();
    this.#takeIn();
  }

  /** Whatever is on its way never arrives. */
  break(): void {
    this.#isBroken = true;
    this.#sending?.[Symbol.dispose]();
    this.#queue = [];
  }

  #pump(): void {
    while (this.#sending === null && this.#rate > 0 && !this.#isBroken) {
      const item = this.#queue[0];
      if (item === undefined) return;
      if (this.#rate === Number.POSITIVE_INFINITY) {
        this.#depart();
      } else {
        this.#sending = this.#options.clock.after(item.bytes / this.#rate, () => {
          this.#sending = null;
          this.#depart();
          this.#pump();
          this.#takeIn();
        });
      }
    }
  }

  #depart(): void {
    const item = this.#queue.shift();
    if (item === undefined) return;
    this.#markTaken(item);
    const { clock, latency } = this.#options;
    this.#lastArrival = Math.max(this.#lastArrival, clock.now + latency());
    clock.after(this.#lastArrival - clock.now, () => {
      if (!this.#isBroken) item.arrive();
    });
  }

  #takeIn(): void {
    let taken = 0;
    for (const item of [...this.#queue]) {
      if (taken > 0 && taken + item.bytes > KERNEL_BYTES) return;
      taken += item.bytes;
      this.#markTaken(item);
    }
  }

  #markTaken(item: Item): void {
    if (item.isTaken) return;
    item.isTaken = true;
    // The sender's call returns before it learns of it.
    queueMicrotask(item.written);
  }
}
