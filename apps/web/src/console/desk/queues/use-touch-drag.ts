import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import type { DropPlace } from "../logic/prospective-order.ts";
import { usePlaces } from "./places-context.ts";

/** Browsers do not start their own drag and drop from a finger everywhere; the handle does it by itself. */
export function useTouchDrag(id: string): RefObject<HTMLButtonElement | null> {
  const { touch: drag } = usePlaces();
  const handle = useRef<HTMLButtonElement>(null);
  const start = useEffectEvent(() => drag.start(id));
  const over = useEffectEvent((place: DropPlace | null) => drag.over(place));
  const end = useEffectEvent((dropped: boolean) => (dropped ? drag.drop(id) : drag.cancel()));
  useEffect(() => {
    const grip = handle.current;
    if (grip === null) return;
    const row = grip.closest<HTMLElement>("[data-ticket]");
    const stopping = new AbortController();
    const { signal } = stopping;
    let finger: number | null = null;
    const finish = (event: PointerEvent, dropped: boolean): void => {
      if (event.pointerId !== finger) return;
      finger = null;
      end(dropped);
    };
    const begin = (event: PointerEvent): void => {
      // A screen reader's double tap has no size: react-aria lifts the row for it.
      if (event.pointerType !== "touch" || event.width === 0 || finger !== null) return;
      event.stopPropagation();
      finger = event.pointerId;
      grip.setPointerCapture(finger);
      start();
    };
    const move = (event: PointerEvent): void => {
      if (event.pointerId === finger) over(placeAt(row, event.clientY));
    };
    // The long press that a touch also is must not start the browser's own drag, nor the tap react-aria's.
    const refuse = (event: Event): void => {
      if (finger === null && event.type !== "click") return;
      event.preventDefault();
      event.stopPropagation();
    };
    const refuseTap = (event: MouseEvent): void => {
      if (event instanceof PointerEvent && event.pointerType === "touch" && event.width > 0) refuse(event);
    };
    grip.addEventListener("pointerdown", begin, { signal, capture: true });
    grip.addEventListener("pointermove", move, { signal });
    grip.addEventListener("pointerup", (event) => finish(event, true), { signal });
    grip.addEventListener("pointercancel", (event) => finish(event, false), { signal });
    grip.addEventListener("contextmenu", refuse, { signal });
    grip.addEventListener("click", refuseTap, { signal, capture: true });
    row?.addEventListener("dragstart", refuse, { signal, capture: true });
    return () => stopping.abort();
  }, []);
  return handle;
}

/** The row at that height, and which half of it. */
function placeAt(row: HTMLElement | null, y: number): DropPlace | null {
  const list = row?.closest("[role=grid]");
  if (!list) return null;
  const rows = [...list.querySelectorAll<HTMLElement>("[data-ticket]")];
  const hit = rows.find((each) => y < each.getBoundingClientRect().bottom) ?? rows.at(-1);
  const key = hit?.dataset["ticket"];
  if (hit === undefined || key === undefined) return null;
  const box = hit.getBoundingClientRect();
  return { key, dropPosition: y < box.top + box.height / 2 ? "before" : "after" };
}
