import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinSpans, sharedSpans, type Span, spansWithout } from "./span.ts";

const SIZE = 40;

const someSpans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: SIZE }), fc.integer({ min: 0, max: 8 }))
    .map(([start, length]): Span => ({ start, end: Math.min(SIZE, start + length) })),
  { maxLength: 8 },
);

/** Which of the points are covered. */
const points = (spans: readonly Span[]): string =>
  Array.from({ length: SIZE }, (_, at) =>
    spans.some(({ start, end }) => start <= at && at < end) ? "#" : ".",
  ).join("");

const isInOrderAndApart = (spans: readonly Span[]): boolean =>
  spans.every(({ start, end }, index) => start < end && start > (spans[index - 1]?.end ?? -1));

describe("spans of time", () => {
  it("[S2] are joined, shared and taken away point by point", () => {
    fc.assert(
      fc.property(someSpans, someSpans, (left, right) => {
        const [one, other] = [joinSpans(left), joinSpans(right)];
        expect(points(one)).toBe(points(left));
        expect(isInOrderAndApart(one)).toBe(true);
        const both = [...points(left)].map((at, index) => (at === "#" ? (points(right)[index] ?? ".") : "."));
        expect(points(sharedSpans(one, other))).toBe(both.join(""));
        const rest = [...points(left)].map((at, index) => (points(right)[index] === "#" ? "." : at));
        expect(points(spansWithout(one, other))).toBe(rest.join(""));
      }),
      { numRuns: 1000 },
    );
  });
});
