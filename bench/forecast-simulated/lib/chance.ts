/** Draws that are the same for the same seed on every machine. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  happens(share: number): boolean;
  /** Exponential with this mean: times between independent events. */
  exponential(mean: number): number;
  /** Lognormal with this mean and coefficient of variation: times that people take. */
  lognormal(mean: number, variation: number): number;
}

/** mulberry32 underneath. */
export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    happens: (share) => next() < share,
    exponential: (mean) => -Math.log(1 - next()) * mean,
    lognormal: (mean, variation) => {
      const spread = Math.log(1 + variation ** 2);
      return mean * Math.exp(Math.sqrt(spread) * normal() - spread / 2);
    },
  };
};
