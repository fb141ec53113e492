import { createContext, useContext } from "react";

export interface Places {
  /** 1-based place by ticket id, as it would be if the drag ended now. */
  readonly places: ReadonlyMap<string, number>;
  readonly dragged: string | null;
}

/** Beside the rows rather than in them: react-aria keeps rendered rows, and a drag must not rebuild them. */
export const PlacesContext = createContext<Places>({ places: new Map(), dragged: null });

export const usePlaces = (): Places => useContext(PlacesContext);
