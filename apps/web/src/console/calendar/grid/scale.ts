import type { Span } from "../layout/axis.ts";

/** How minutes become pixels. */
export interface Scale {
  readonly axis: Span;
  readonly pixelsPerMinute: number;
}

/** From the top of a column. */
export const topOf = ({ axis, pixelsPerMinute }: Scale, minutes: number): number =>
  (minutes - axis.from) * pixelsPerMinute;

/** Back from pixels, to a multiple of `step`. */
export function minutesAt({ axis, pixelsPerMinute }: Scale, top: number, step: number): number {
  return Math.round((top / pixelsPerMinute + axis.from) / step) * step;
}
