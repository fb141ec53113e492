import { useEffect, useState } from "react";
import { type BoardState, isStale } from "./board-state.ts";

/** Whether the board must say that it is not live, looked at twice a second. */
export function useStale(state: BoardState): boolean {
  const [stale, setStale] = useState(() => isStale(state, Date.now()));
  useEffect(() => {
    const look = (): void => setStale(isStale(state, Date.now()));
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [state]);
  return stale;
}
