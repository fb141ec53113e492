/** A wake-up: this shop has reached at least this seq. It may be lost or repeated; the log is the truth. */
export interface Hint {
  readonly shopId: number;
  readonly seq: number;
}

/** Carries hints between nodes. A lost hint delays a screen until the next poll, never longer. */
export interface Bus extends AsyncDisposable {
  /** After the commit. Never fails and never waits. */
  publish(shopId: number, seq: number): void;
  subscribe(listener: (hint: Hint) => void): Disposable;
}
