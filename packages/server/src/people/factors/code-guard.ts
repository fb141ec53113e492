import type { TryCounter, TryLimit } from "../try-counter.ts";

/** Codes tried for one account before the next must wait: of a million codes three are right at a time. */
export const MOST_CODES = 10;
const LIMIT: TryLimit = { most: MOST_CODES, windowMs: 15 * 60_000 };

/** Counts codes by account: a new sign-in, another node or another address gives nobody more of them. */
export interface CodeGuard {
  /** Counts one try, before the code is looked at. Seconds to wait, or 0 where it may be. */
  take(userId: string): Promise<number>;
  passed(userId: string): Promise<void>;
}

export function createCodeGuard(tries: TryCounter): CodeGuard {
  const key = (userId: string): string => `second-factor ${userId}`;
  return {
    take: (userId) => tries.take(key(userId), LIMIT),
    passed: (userId) => tries.forget(key(userId)),
  };
}
