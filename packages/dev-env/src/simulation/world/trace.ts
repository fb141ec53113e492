import type { SimulatedClock } from "./clock.ts";

/** Longer lines are cut: a trace is read by people. */
const WIDTH = 220;

/** What happened, in order: always as a hash, by which two runs are compared, and as text where somebody wants to read it. */
export class Trace {
  readonly #clock: SimulatedClock;
  readonly #write: ((line: string) => void) | null;
  #hash = 0x811c9dc5;
  #lines = 0;

  constructor(clock: SimulatedClock, write: ((line: string) => void) | null) {
    this.#clock = clock;
    this.#write = write;
  }

  get hash(): string {
    return `${this.#lines}-${(this.#hash >>> 0).toString(16).padStart(8, "0")}`;
  }

  add(who: string, what: string): void {
    this.#lines += 1;
    const at = this.#clock.now.toFixed(3);
    this.#mix(at);
    this.#mix(who);
    this.#mix(what);
    this.#write?.(`${at.padStart(10)}  ${who.padEnd(10)} ${what}`.slice(0, WIDTH));
  }

  /** FNV-1a over the characters. */
  #mix(text: string): void {
    let hash = this.#hash;
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
    this.#hash = hash;
  }
}
