import type { ShopEvent, TicketId } from "@callnext/core";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import type { EventMemory } from "../../stream/event-memory.ts";
import { type BoardPast, isTicketEvent, moveOn } from "./board-past.ts";

/** How far to step back in search of where a ticket began that has left the live state. */
const STEP = 1_000;

/** Tickets that these events are about and that began before them. */
const begunBefore = (events: readonly ShopEvent[]): ReadonlySet<TicketId> => {
  const begun = new Set<TicketId>();
  const older = new Set<TicketId>();
  for (const event of events) {
    if (!isTicketEvent(event)) continue;
    if (event.type === "ticket-issued") begun.add(event.ticketId);
    else if (!begun.has(event.ticketId)) older.add(event.ticketId);
  }
  return older;
};

/** Events up to `until` that reach back to the beginning of all these tickets; undefined where the log does not. */
const reachBack = async (
  memory: EventMemory,
  until: number,
  ids: ReadonlySet<TicketId>,
  entryOf: (id: TicketId) => number | undefined,
): Promise<readonly ShopEvent[] | undefined> => {
  let from = Math.min(until, ...[...ids].map((id) => (entryOf(id) ?? until + 1) - 1));
  for (;;) {
    const { floor, events } = await memory.reachBack(from);
    const past = events.filter(({ seq }) => seq <= until);
    const begun = new Set(past.flatMap((event) => (event.type === "ticket-issued" ? [event.ticketId] : [])));
    if (floor <= until && [...ids].every((id) => begun.has(id))) return past;
    if (from === 0 || floor > from) return undefined;
    from = Math.max(0, from - STEP);
  }
};

export interface MissedEvents {
  /** As it was at `since`. */
  readonly past: BoardPast;
  readonly events: readonly ShopEvent[];
}

/** The events in (since, upTo] and what a board's messages about them need, from the log alone; undefined where it does not reach that far. */
export const missedEvents = async (
  memory: EventMemory,
  displayId: string,
  wanted: { readonly since: number; readonly upTo: number; readonly now: ShopSnapshot },
): Promise<MissedEvents | undefined> => {
  const { since, upTo, now } = wanted;
  const events = (await memory.since(since))?.filter(({ seq }) => seq <= upTo);
  if (events === undefined) return undefined;
  const older = begunBefore(events);
  const history = await reachBack(memory, since, older, (id) => now.state.tickets.get(id)?.entry);
  if (history === undefined) return undefined;
  const past: BoardPast = {
    displayId,
    // Where the history tells nothing of the board, it was as it is.
    display: now.state.displays.get(displayId),
    tickets: new Map(),
    lookUp: () => undefined,
  };
  for (const event of history) if (!isTicketEvent(event) || older.has(event.ticketId)) moveOn(past, event);
  return { past, events };
};
