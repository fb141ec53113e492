import { addDays } from "../time/calendar-date.ts";
import type { Span } from "./axis.ts";

/**
 * What of each date's spans lies in a day's column, which lasts from the turn of the shop's day to the next:
 * where a shop never closes, the small hours of a column are the next date's.
 */
export function columnSpans(
  date: string,
  dayTurnsAtMinutes: number,
  spansOf: (date: string) => readonly Span[],
): readonly Span[] {
  const found = [-1, 0, 1].flatMap((days) =>
    spansOf(addDays(date, days)).flatMap(({ from, until }) => {
      const first = Math.max(from + days * 1440, dayTurnsAtMinutes);
      const last = Math.min(until + days * 1440, dayTurnsAtMinutes + 1440);
      return first < last ? [{ from: first, until: last }] : [];
    }),
  );
  return joined(found);
}

function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last === undefined || last.until < span.from) all.push(span);
    else all[all.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return all;
}
