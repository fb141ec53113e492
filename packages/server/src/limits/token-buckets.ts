export interface Rate {
  /** What may come at once after a quiet time. */
  readonly burst: number;
  readonly perSecond: number;
}

export interface TokenBuckets {
  /** 0, and one is taken; or the seconds (whole, at least 1) until there is one again, and none is taken. */
  take(key: string): number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** More keys than this within one burst's time belong to an attack; the ones longest unused are forgotten, which forgives. */
const MOST_KEYS = 50_000;

/** A rate for each key, in memory, per node. `now` in milliseconds. */
export function createTokenBuckets({ burst, perSecond }: Rate, now: () => number): TokenBuckets {
  const buckets = new Map<string, Bucket>();
  return {
    take(key) {
      const at = now();
      const known = buckets.get(key);
      // A clock that was set back gives nothing and takes nothing.
      const gained = known === undefined ? 0 : (Math.max(0, at - known.at) / 1_000) * perSecond;
      const tokens = known === undefined ? burst : Math.min(burst, known.tokens + gained);
      buckets.delete(key);
      buckets.set(key, { at, tokens: tokens < 1 ? tokens : tokens - 1 });
      if (buckets.size > MOST_KEYS) buckets.delete(buckets.keys().next().value ?? "");
      return tokens < 1 ? Math.max(1, Math.ceil((1 - tokens) / perSecond)) : 0;
    },
  };
}
