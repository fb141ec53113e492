const DAY_MS = 24 * 3_600_000;

/** How long a key may hold; it ends by itself then. */
export const LIVES = ["quarter", "year", "open"] as const;

const DAYS: Readonly<Record<string, number>> = { quarter: 90, year: 365 };

/** When a key made now ends; null for one without an end. */
export function expiryAfter(life: string, now: number): string | null {
  const days = DAYS[life];
  return days === undefined ? null : new Date(now + days * DAY_MS).toISOString();
}
