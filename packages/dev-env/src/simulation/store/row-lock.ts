import type { SimulatedClock } from "../world/clock.ts";
import { StoreError } from "./store-error.ts";

/** A session that stays idle inside its transaction for this long is ended, and the lock with it. */
const IDLE_MS = 2_000;

export interface Held {
  /** False where the database has ended the session meanwhile. */
  readonly isValid: boolean;
  release(): void;
}

/** The shop's row: one transaction at a time, in the order they came. */
export class RowLock {
  readonly #clock: SimulatedClock;
  #holder: object | null = null;
  #waiting: { readonly grant: (held: Held) => void; readonly refuse: (error: StoreError) => void }[] = [];

  constructor(clock: SimulatedClock) {
    this.#clock = clock;
  }

  take(): Promise<Held> {
    return new Promise((grant, refuse) => {
      this.#waiting.push({ grant, refuse });
      this.#grant();
    });
  }

  /** The database restarts: nobody holds or waits for anything. */
  reset(): void {
    this.#holder = null;
    for (const { refuse } of this.#waiting.splice(0)) refuse(new StoreError("unreachable"));
  }

  #grant(): void {
    if (this.#holder !== null) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    const holder = {};
    this.#holder = holder;
    const release = (): void => {
      timeout[Symbol.dispose]();
      if (this.#holder !== holder) return;
      this.#holder = null;
      this.#grant();
    };
    const timeout = this.#clock.after(IDLE_MS, release);
    const isHolder = (): boolean => this.#holder === holder;
    next.grant({
      get isValid() {
        return isHolder();
      },
      release,
    });
  }
}
