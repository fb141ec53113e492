import type { TryCounter, TryLimit } from "./try-counter.ts";

const QUARTER_MS = 15 * 60_000;
/** Sign-ins tried before the next must wait: of one account from one address. */
const PAIR: TryLimit = { most: 10, windowMs: QUARTER_MS };
/** From one address, whatever the account: a whole branch may stand behind it. */
const ADDRESS: TryLimit = { most: 50, windowMs: QUARTER_MS };
/** Of one account from everywhere: many machines guess together no faster than this. */
const ACCOUNT: TryLimit = { most: 300, windowMs: 60 * 60_000 };

export interface LoginGuard {
  /** Counts one try, before the password is looked at. Seconds to wait, or 0 where it may be. */
  take(email: string, ip: string): Promise<number>;
  /** It was right: it does not count, and neither do this account's mistakes from this address. */
  succeeded(email: string, ip: string): Promise<void>;
}

export function createLoginGuard(tries: TryCounter): LoginGuard {
  const pair = (email: string, ip: string): string => `sign-in ${ip} ${email}`;
  const address = (ip: string): string => `sign-in ${ip}`;
  const account = (email: string): string => `sign-in @ ${email}`;
  return {
    async take(email, ip) {
      // One after the other: a try that has to wait anyway does not use up the account's.
      return (
        (await tries.take(address(ip), ADDRESS)) ||
        (await tries.take(pair(email, ip), PAIR)) ||
        (await tries.take(account(email), ACCOUNT))
      );
    },
    async succeeded(email, ip) {
      await tries.forget(pair(email, ip));
      await tries.giveBack(address(ip));
      await tries.giveBack(account(email));
    },
  };
}
