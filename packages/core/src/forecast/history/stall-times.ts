/** Lengths in minutes at which we ask "and how much longer, when it already took so long?". */
const STEPS = [0, 3, 6, 10, 15, 20, 30, 45, 60, 90, 120, 180] as const;
/** Each new stall makes the older ones count a little less. */
const MEMORY = 0.999;

/** Between two moves of the called number a line stalls. Holds how long stalls of a given age still lasted. */
export class StallTimes {
  readonly #counts = new Float64Array(STEPS.length);
  readonly #rests = new Float64Array(STEPS.length);

  ended(minutes: number): void {
    for (const [index, step] of STEPS.entries()) {
      const outlived = minutes > step;
      this.#counts[index] = (this.#counts[index] as number) * MEMORY + (outlived ? 1 : 0);
      this.#rests[index] = (this.#rests[index] as number) * MEMORY + (outlived ? minutes - step : 0);
    }
  }

  /** Expected minutes until the next move, leaning on `prior` as if it had been seen `strength` times. */
  rest(ageMinutes: number, prior: number, strength: number): number {
    const after = STEPS.findIndex((step) => step > ageMinutes);
    const index = after < 0 ? STEPS.length - 1 : Math.max(0, after - 1);
    const count = this.#counts[index] as number;
    return ((this.#rests[index] as number) + strength * prior) / (count + strength);
  }
}
