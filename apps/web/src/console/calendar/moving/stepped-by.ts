import type { Place } from "./place-under.ts";
import { STEP_MINUTES } from "./place-under.ts";

interface Stroke {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Where a key moves a booking: five minutes, an hour with Shift, the next column. Undefined: no such key. */
export function steppedBy(
  { key, shiftKey }: Stroke,
  { column, at }: Place,
  columns: number,
): Place | undefined {
  const minutes = shiftKey ? 60 : STEP_MINUTES;
  switch (key) {
    case "ArrowUp":
      return { column, at: at - minutes };
    case "ArrowDown":
      return { column, at: at + minutes };
    case "ArrowLeft":
      return { column: Math.max(0, column - 1), at };
    case "ArrowRight":
      return { column: Math.min(columns - 1, column + 1), at };
    default:
      return undefined;
  }
}
