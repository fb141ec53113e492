import type { WaitRange } from "@callnext/protocol";
import { useEffect, useRef } from "react";
import { type ShownRange, shownRange } from "./shown-range.ts";

/** A wait as people read it, which does not jump up and down by less than it means. Null where there is none. */
export function useShownRange(wait: WaitRange | null | undefined): ShownRange | null {
  const before = useRef<ShownRange | null>(null);
  const shown = wait === null || wait === undefined ? null : shownRange(wait, before.current);
  useEffect(() => {
    before.current = shown;
  });
  return shown;
}
