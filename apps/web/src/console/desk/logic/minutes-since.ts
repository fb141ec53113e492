/** Whole minutes since an instant; never negative, whatever the two clocks say. */
export function minutesSince(iso: string | null, now: number): number {
  if (iso === null) return 0;
  const since = Date.parse(iso);
  return Number.isNaN(since) ? 0 : Math.max(0, Math.floor((now - since) / 60_000));
}
