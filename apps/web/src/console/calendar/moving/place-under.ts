import { minutesAt, type Scale } from "../grid/scale.ts";
import type { Span } from "../layout/axis.ts";

/** A place in the grid. */
export interface Place {
  /** Index of the column. */
  readonly column: number;
  /** Minutes by the wall since the day's midnight. */
  readonly at: number;
}

/** The desk books to five minutes. */
export const STEP_MINUTES = 5;
/** So near to the edge the grid scrolls. */
const EDGE_PX = 48;

/** The place whose upper edge is under a point of the screen; scrolls on near the edges. Null where there is no column. */
export function placeUnder(
  frame: HTMLElement,
  point: { readonly x: number; readonly y: number },
  scale: Scale,
): Place | null {
  scrollNear(frame, point);
  const bodies = [...frame.querySelectorAll<HTMLElement>("[data-column-body]")];
  const boxes = bodies.map((body) => body.getBoundingClientRect());
  const under = boxes.findIndex(({ left, right }) => left <= point.x && point.x < right);
  const column = under === -1 ? nearest(boxes, point.x) : under;
  const box = boxes[column];
  return box === undefined ? null : { column, at: minutesAt(scale, point.y - box.top, STEP_MINUTES) };
}

/** Not beyond the ends of the axis. */
export function within(place: Place, lasts: number, axis: Span): Place {
  return { ...place, at: Math.max(axis.from, Math.min(place.at, axis.until - Math.ceil(lasts / 5) * 5)) };
}

function nearest(boxes: readonly DOMRect[], x: number): number {
  return x < (boxes[0]?.left ?? 0) ? 0 : boxes.length - 1;
}

function scrollNear(frame: HTMLElement, { x, y }: { readonly x: number; readonly y: number }): void {
  const { top, bottom, left, right } = frame.getBoundingClientRect();
  const towards = (at: number, first: number, last: number): number =>
    at < first + EDGE_PX ? -16 : at > last - EDGE_PX ? 16 : 0;
  frame.scrollBy(towards(x, left, right), towards(y, top + EDGE_PX, bottom));
}
