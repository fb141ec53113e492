export interface DatabaseHealth {
  readonly database: "up" | "down";
  /** When it last turned so, ms since the epoch. */
  readonly since: number;
}

/** One lost connection is not an outage: only silence for this long counts. */
const PATIENCE_MS = 2_000;

/** What the runtime's queries tell of the database. */
export class HealthRecord {
  #state: DatabaseHealth;
  #lastAnswer: number;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
    this.#lastAnswer = now();
    this.#state = { database: "up", since: now() };
  }

  answered(): void {
    this.#lastAnswer = this.#now();
    if (this.#state.database === "down") this.#state = { database: "up", since: this.#lastAnswer };
  }

  failed(): void {
    if (this.#state.database === "up" && this.#now() - this.#lastAnswer >= PATIENCE_MS)
      this.#state = { database: "down", since: this.#lastAnswer };
  }

  get current(): DatabaseHealth {
    return this.#state;
  }
}
