/** A wake-up: this shop has reached at least this seq. It may be lost or repeated; the log is the truth. */
export interface Hint {
  readonly shopId: number;
  readonly seq: number;
}

/** Carries hints and notes between nodes. A lost hint delays a screen until the next poll, never longer. */
export interface Bus extends AsyncDisposable {
  /** After the commit. Never fails and never waits. */
  publish(shopId: number, seq: number): void;
  subscribe(listener: (hint: Hint) => void): Disposable;
  /** A few words to every node, this one too. Like a hint it never fails, never waits and may be lost. */
  tell(note: string): void;
  hear(listener: (note: string) => void): Disposable;
  /** Whether this node hears the others just now. */
  up(): boolean;
}
