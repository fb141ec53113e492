import { useEffect, useRef, useState } from "react";
import type { Chime } from "../../pages-shared/sound/chime.ts";
import type { TicketNow } from "./ticket-now.ts";

const PATTERN = [500, 200, 500, 200, 900];

/**
 * Shakes and sounds at each call and recall, once. A call that stood already when the page opened is shown only.
 * Returns how often it did.
 */
export function useCallAlert(now: TicketNow | null, chime: Chime): number {
  const seen = useRef<number | null>(null);
  const [alerts, setAlerts] = useState(0);
  const calls = now?.calls ?? null;
  const called = now?.status === "called";
  useEffect(() => {
    if (calls === null) return;
    const before = seen.current;
    seen.current = Math.max(calls, before ?? 0);
    if (before === null || calls <= before || !called) return;
    setAlerts((n) => n + 1);
    chime.play();
    if ("vibrate" in navigator) navigator.vibrate(PATTERN);
  }, [calls, called, chime]);
  return alerts;
}
