/** Failed sign-ins before the next must wait: for one account from one address, and for one address at all. */
const MOST_PER_ACCOUNT = 10;
const MOST_PER_ADDRESS = 50;
const WINDOW_MS = 15 * 60_000;
const MOST_REMEMBERED = 20_000;

interface Count {
  readonly failures: number;
  readonly until: number;
}

export interface LoginGuard {
  /** Seconds to wait before another try, or 0. */
  wait(email: string, ip: string): number;
  failed(email: string, ip: string): void;
  succeeded(email: string, ip: string): void;
}

/** Counts failures in memory, per node: a restart forgives, an attacker gains ten tries by it. */
export function createLoginGuard(now: () => number): LoginGuard {
  const counts = new Map<string, Count>();
  const account = (email: string, ip: string): string => `${ip} ${email}`;

  const secondsLeft = (key: string, most: number): number => {
    const count = counts.get(key);
    if (count === undefined || count.failures < most || count.until <= now()) return 0;
    return Math.ceil((count.until - now()) / 1000);
  };
  const add = (key: string): void => {
    const count = counts.get(key);
    const running = count !== undefined && count.until > now();
    counts.delete(key);
    counts.set(
      key,
      running ? { ...count, failures: count.failures + 1 } : { failures: 1, until: now() + WINDOW_MS },
    );
    if (counts.size > MOST_REMEMBERED) counts.delete(counts.keys().next().value ?? "");
  };

  return {
    wait: (email, ip) =>
      Math.max(secondsLeft(account(email, ip), MOST_PER_ACCOUNT), secondsLeft(ip, MOST_PER_ADDRESS)),
    failed(email, ip) {
      add(account(email, ip));
      add(ip);
    },
    succeeded(email, ip) {
      counts.delete(account(email, ip));
    },
  };
}
