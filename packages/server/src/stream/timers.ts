/** Time as the stream and the sockets see it; a simulation or a test puts its own in place. */
export interface Timers {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs once after `ms`, unless disposed before. */
  after(ms: number, run: () => void): Disposable;
}
