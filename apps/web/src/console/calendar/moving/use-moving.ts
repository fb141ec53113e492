import type { AppointmentOnWire } from "@callnext/protocol";
import { type RefObject, useRef, useState } from "react";
import { mayStep } from "../../booking/logic/booking-steps.ts";
import type { CalendarColumn } from "../calendar-column.ts";
import type { Scale } from "../grid/scale.ts";
import type { Placed } from "../layout/placed.ts";
import { focusNeighbour } from "./focus-neighbour.ts";
import { type Place, placeUnder, within } from "./place-under.ts";
import { useDrop } from "./use-drop.ts";
import { useMovingKeys } from "./use-moving-keys.ts";

/** A booking on its way to another place. */
export interface MovingState extends Place {
  readonly booking: AppointmentOnWire;
  readonly by: "pointer" | "keys";
  /** Minutes that it takes. */
  readonly lasts: number;
}

export interface Moving {
  readonly state: MovingState | null;
  /** True once after a drag: the click that ends it opens nothing. */
  readonly wasDragged: () => boolean;
  /** For the block of a booking. */
  readonly handlers: (block: Placed, column: number) => BlockHandlers;
}

export interface BlockHandlers {
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => void;
  readonly onPointerDown: (event: React.PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: React.PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
}

/** Less is a click with an unsteady hand. */
const DRAG_FROM_PX = 6;

interface Grab {
  readonly x: number;
  readonly y: number;
  /** Where in the block it was taken hold of. */
  readonly offset: number;
}

/**
 * Moving by mouse or pen, and by keys (M, arrows, Enter). Fingers scroll; they move by the booking's own dialog.
 * What is dropped is asked about before it is sent.
 */
export function useMoving(
  frame: RefObject<HTMLElement | null>,
  columns: readonly CalendarColumn[],
  scale: Scale,
): Moving {
  const [state, setState] = useState<MovingState | null>(null);
  const grab = useRef<Grab | null>(null);
  const dragged = useRef(false);
  const ask = useDrop(columns);
  const drop = (moved: MovingState): void => {
    setState(null);
    ask(moved);
  };
  useMovingKeys({ state, setState, drop, columns: columns.length, axis: scale.axis });

  const drag = (event: React.PointerEvent<HTMLElement>, { booking, from, until }: Placed): void => {
    const taken = grab.current;
    if (taken === null || frame.current === null) return;
    const far = Math.hypot(event.clientX - taken.x, event.clientY - taken.y) >= DRAG_FROM_PX;
    if (!far && state === null) return;
    dragged.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    const place = placeUnder(frame.current, { x: event.clientX, y: event.clientY - taken.offset }, scale);
    const lasts = until - from;
    if (place !== null) setState({ booking, by: "pointer", lasts, ...within(place, lasts, scale.axis) });
  };
  const handlers: Moving["handlers"] = (block, column) => ({
    onKeyDown: (event) => {
      if (startsMoving(event) && mayStep(block.booking, "move")) {
        event.preventDefault();
        const { booking, from, until } = block;
        setState({ booking, by: "keys", column, at: from, lasts: until - from });
      } else if (focusNeighbour(event.currentTarget, event.key)) event.preventDefault();
    },
    onPointerDown: (event) => {
      dragged.current = false;
      if (event.button !== 0 || event.pointerType === "touch" || !mayStep(block.booking, "move")) return;
      const { top } = event.currentTarget.getBoundingClientRect();
      grab.current = { x: event.clientX, y: event.clientY, offset: event.clientY - top };
    },
    onPointerMove: (event) => drag(event, block),
    onPointerUp: () => {
      grab.current = null;
      if (state?.by === "pointer") drop(state);
    },
    onPointerCancel: () => {
      grab.current = null;
      setState(null);
    },
  });
  const wasDragged = (): boolean => {
    const was = dragged.current;
    dragged.current = false;
    return was;
  };
  return { state, wasDragged, handlers };
}

function startsMoving({ key, ctrlKey, metaKey, altKey }: React.KeyboardEvent): boolean {
  return key.toLowerCase() === "m" && !ctrlKey && !metaKey && !altKey;
}
