import { type Dispatch, useEffect, useRef } from "react";
import { CHIME_MS, type Chime } from "../../pages-shared/sound/chime.ts";
import type { Announcement } from "./announcement.ts";
import type { BoardEvent } from "./board-state.ts";

/** How long a call fills the screen, ms; less while others wait their turn, but never less than its chime. */
const ALONE_MS = 5_000;
const IN_TURN_MS = CHIME_MS + 500;

/** Announces what is pending, one after the other, each once. Returns the one under way. */
export function useAnnouncer(
  pending: readonly Announcement[],
  chime: Chime,
  dispatch: Dispatch<BoardEvent>,
): Announcement | null {
  const head = pending[0] ?? null;
  const key = head?.key ?? null;
  const othersWait = pending.length > 1;
  const begun = useRef(0);
  useEffect(() => {
    if (key === null) return;
    begun.current = Date.now();
    chime.play();
    dispatch({ type: "announcing" });
  }, [key, chime, dispatch]);
  useEffect(() => {
    if (key === null) return undefined;
    const left = begun.current + (othersWait ? IN_TURN_MS : ALONE_MS) - Date.now();
    const timer = setTimeout(() => dispatch({ type: "announced", key }), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [key, othersWait, dispatch]);
  return head;
}
