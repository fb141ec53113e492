import { useEffect, useEffectEvent } from "react";
import type { Span } from "../layout/axis.ts";
import { within } from "./place-under.ts";
import { steppedBy } from "./stepped-by.ts";
import type { MovingState } from "./use-moving.ts";

interface Given {
  readonly state: MovingState | null;
  readonly setState: (state: MovingState | null) => void;
  readonly drop: (moved: MovingState) => void;
  readonly columns: number;
  readonly axis: Span;
}

/** While a booking is moved: arrows move it, Enter drops it, Escape leaves everything as it was. */
export function useMovingKeys({ state, setState, drop, columns, axis }: Given): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    if (state === null) return;
    const next = steppedBy(event, state, columns);
    const ends = event.key === "Enter" || event.key === " ";
    const leaves = event.key === "Escape" || event.key === "Tab";
    if (next === undefined && !ends && !leaves) return;
    // Tab goes on to the next thing; the others mean nothing else now.
    if (event.key !== "Tab") {
      event.preventDefault();
      event.stopPropagation();
    }
    if (next !== undefined) setState({ ...state, ...within(next, state.lasts, axis) });
    else if (ends) drop(state);
    else setState(null);
  });
  const active = state !== null;
  useEffect(() => {
    if (!active) return;
    // Before the page's own keys, and before those of whatever has the focus.
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, [active]);
}
