import type { ShopEvent } from "../queue/events.ts";
import { fold } from "../queue/fold.ts";
import type { ShopState } from "../queue/shop.ts";
import type { TicketId } from "../queue/ticket.ts";
import type { PlaceChange } from "./place-change.ts";
import { placeChanges } from "./place-changes.ts";

/** A ticket's way through its lines, from a state before it joined and the events since. */
export const placeLedger = (
  start: ShopState,
  events: readonly ShopEvent[],
  id: TicketId,
): readonly PlaceChange[] => {
  const ledger: PlaceChange[] = [];
  let state = start;
  for (const event of events) {
    const next = fold(state, [event]);
    ledger.push(...placeChanges(id, state, event, next));
    state = next;
  }
  return ledger;
};
