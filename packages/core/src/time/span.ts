import type { Instant } from "../queue/time.ts";

/** [start, end) */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/** In order and apart: what overlaps or touches becomes one. */
export const joinSpans = (spans: readonly Span[]): Span[] => {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.end <= span.start) continue;
    const last = joined.at(-1);
    if (last === undefined || span.start > last.end) joined.push(span);
    else if (span.end > last.end) joined[joined.length - 1] = { start: last.start, end: span.end };
  }
  return joined;
};

/** What both have. Each in order and apart. */
export const sharedSpans = (left: readonly Span[], right: readonly Span[]): Span[] => {
  const shared: Span[] = [];
  let at = 0;
  for (const span of left) {
    while ((right[at]?.end ?? Number.POSITIVE_INFINITY) <= span.start) at += 1;
    for (let next = at; (right[next]?.start ?? Number.POSITIVE_INFINITY) < span.end; next += 1) {
      const other = right[next];
      if (other === undefined) break;
      shared.push({ start: Math.max(span.start, other.start), end: Math.min(span.end, other.end) });
    }
  }
  return shared;
};

/** What `from` has and `taken` has not. Each in order and apart. */
export const spansWithout = (from: readonly Span[], taken: readonly Span[]): Span[] => {
  const left: Span[] = [];
  for (const span of from) {
    let start = span.start;
    for (const gone of taken) {
      if (gone.end <= start || gone.start >= span.end) continue;
      if (gone.start > start) left.push({ start, end: gone.start });
      start = gone.end;
    }
    if (start < span.end) left.push({ start, end: span.end });
  }
  return left;
};
