import { createContext, useContext } from "react";
import type { DropPlace } from "../logic/prospective-order.ts";

/** A drag by finger, step by step. */
export interface TouchDrag {
  readonly start: (id: string) => void;
  readonly over: (place: DropPlace | null) => void;
  readonly drop: (id: string) => void;
  readonly cancel: () => void;
}

export interface Places {
  /** 1-based place by ticket id, as it would be if the drag ended now. */
  readonly places: ReadonlyMap<string, number>;
  readonly dragged: string | null;
  readonly moveTo: (id: string, position: number) => void;
  readonly touch: TouchDrag;
}

/**
 * Beside the rows rather than in their props: react-aria keeps rendered rows, which would go on
 * moving people in the line as it was when the row was drawn.
 */
export const PlacesContext = createContext<Places | null>(null);

export function usePlaces(): Places {
  const places = useContext(PlacesContext);
  if (places === null) throw new Error("usePlaces outside a queue's line");
  return places;
}
