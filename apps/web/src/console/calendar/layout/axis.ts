/** Minutes by the wall since a day's midnight, [from, until); beyond 1440 after the next one. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

const USUAL: Span = { from: 8 * 60, until: 18 * 60 };

/**
 * The hours that the calendar shows: whole ones, wide enough for all of `spans`, and no more than one day as the shop
 * counts it. The usual ones where there is nothing to show.
 */
export function axisOf(spans: readonly Span[], dayTurnsAtMinutes: number): Span {
  const shown = spans.length === 0 ? [USUAL] : spans;
  const from = Math.floor(Math.min(...shown.map((span) => span.from)) / 60) * 60;
  const until = Math.ceil(Math.max(...shown.map((span) => span.until)) / 60) * 60;
  const first = Math.floor(dayTurnsAtMinutes / 60) * 60;
  const last = Math.ceil(dayTurnsAtMinutes / 60) * 60 + 1440;
  return {
    from: Math.max(first, Math.min(from, last - 60)),
    until: Math.min(last, Math.max(until, from + 60)),
  };
}
