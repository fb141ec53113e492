/**
 * How long a frame was under way, beyond the quickest one of this socket: from the server's time in it and our
 * wall clock, whose difference is unknown but the same for all. What lay in a buffer while the machine slept, or
 * queued on a slow line, must not prove that a screen is fresh now.
 */
export class FrameLag {
  private least: number | null = null;

  /** A new socket: the clocks may have been set since. */
  reset(): void {
    this.least = null;
  }

  /** In ms; 0 where the time cannot be read. */
  of(serverTime: string, now: number): number {
    const difference = now - Date.parse(serverTime);
    if (difference !== difference) return 0;
    if (this.least === null || difference < this.least) this.least = difference;
    return difference - this.least;
  }
}
