import type { SimulatedClock } from "./clock.ts";

/**
 * One machine, or one page of a browser: whatever runs on it runs through here, so that it can be frozen
 * (everything waits and then happens in order) or killed (nothing happens any more).
 */
export class Host {
  readonly name: string;
  readonly clock: SimulatedClock;
  readonly #timers = new Set<Disposable>();
  #held: (() => void)[] = [];
  #state: "running" | "frozen" | "dead" = "running";
  #isThawing = false;

  constructor(name: string, clock: SimulatedClock) {
    this.name = name;
    this.clock = clock;
  }

  get isAlive(): boolean {
    return this.#state !== "dead";
  }

  get isRunning(): boolean {
    return this.#state === "running";
  }

  /** Timers that were started and neither ran nor were stopped. */
  get timers(): number {
    return this.#timers.size;
  }

  after(ms: number, run: () => void): Disposable {
    if (!this.isAlive) return { [Symbol.dispose]: () => undefined };
    let isWanted = true;
    const timer = this.clock.after(ms, () => {
      this.post(() => {
        if (!isWanted) return;
        isWanted = false;
        this.#timers.delete(own);
        run();
      });
    });
    const own: Disposable = {
      [Symbol.dispose]: () => {
        isWanted = false;
        this.#timers.delete(own);
        timer[Symbol.dispose]();
      },
    };
    this.#timers.add(own);
    return own;
  }

  /** Something reaches the host from outside. */
  post(run: () => void): void {
    if (this.#state === "dead") return;
    if (this.#state === "frozen" || this.#isThawing) this.#held.push(run);
    else run();
  }

  freeze(): void {
    if (this.#state === "running") this.#state = "frozen";
  }

  /** `first` runs before all that waited. */
  thaw(first: () => void = () => undefined): void {
    if (this.#state !== "frozen") return;
    this.#state = "running";
    this.#isThawing = true;
    this.#held.unshift(first);
    this.#runHeld();
  }

  kill(): void {
    this.#state = "dead";
    this.#held = [];
    for (const timer of [...this.#timers]) timer[Symbol.dispose]();
  }

  /** One after the other, each with its promises settled before the next. */
  #runHeld(): void {
    this.clock.after(0, () => {
      if (!this.isRunning) return;
      const run = this.#held.shift();
      if (run === undefined) {
        this.#isThawing = false;
        return;
      }
      run();
      this.#runHeld();
    });
  }
}
