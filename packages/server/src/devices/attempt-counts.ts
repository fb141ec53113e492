const MOST_REMEMBERED = 20_000;

interface Count {
  readonly tries: number;
  readonly until: number;
}

export interface AttemptCounts {
  /** Seconds until this key may try again, or 0. */
  wait(key: string, most: number): number;
  add(key: string): void;
  /** The last one is not to count. */
  takeBack(key: string): void;
}

/** Counts tries by key within windows that begin with the first one. In memory and bounded; the oldest go first. */
export function createAttemptCounts(windowMs: number, now: () => number): AttemptCounts {
  const counts = new Map<string, Count>();
  return {
    wait(key, most) {
      const count = counts.get(key);
      if (count === undefined || count.tries < most || count.until <= now()) return 0;
      return Math.ceil((count.until - now()) / 1_000);
    },
    add(key) {
      const count = counts.get(key);
      const goesOn = count !== undefined && count.until > now();
      counts.delete(key);
      counts.set(key, goesOn ? { ...count, tries: count.tries + 1 } : { tries: 1, until: now() + windowMs });
      if (counts.size > MOST_REMEMBERED) counts.delete(counts.keys().next().value ?? "");
    },
    takeBack(key) {
      const count = counts.get(key);
      if (count !== undefined) counts.set(key, { ...count, tries: Math.max(0, count.tries - 1) });
    },
  };
}
