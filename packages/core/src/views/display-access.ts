import type { ShopState } from "../queue/shop.ts";

export type DisplayAccess = "open" | "display-unknown" | "display-inactive" | "display-without-queues";

/** Whether a board may be shown; what is not open names its reason. */
export const displayAccess = (state: ShopState, displayId: string): DisplayAccess => {
  const display = state.displays.get(displayId);
  if (display === undefined) return "display-unknown";
  if (!display.active) return "display-inactive";
  return display.queueIds.some((id) => state.queues.has(id)) ? "open" : "display-without-queues";
};
