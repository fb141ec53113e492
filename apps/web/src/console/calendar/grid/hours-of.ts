import type { Span } from "../layout/axis.ts";

/** The whole hours of an axis, in minutes. */
export function hoursOf({ from, until }: Span): readonly number[] {
  return Array.from({ length: (until - from) / 60 }, (_, index) => from + index * 60);
}
