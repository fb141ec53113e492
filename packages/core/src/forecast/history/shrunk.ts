/** A mean that leans on `prior` as if that had been seen `strength` times. */
export const shrunk = (sum: number, count: number, prior: number, strength: number): number =>
  (sum + strength * prior) / (count + strength);
