import type { ShopEvent } from "../queue/events.ts";
import type { Queue } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import type { TicketId } from "../queue/ticket.ts";
import type { PlaceChange } from "./place-change.ts";
import { placeParts } from "./place-parts.ts";

interface Standing {
  readonly queue: Queue;
  readonly place: number;
}

const standingOf = (state: ShopState, id: TicketId): Standing | null => {
  const ticket = state.tickets.get(id);
  const queue = ticket?.status === "waiting" ? state.queues.get(ticket.queueId) : undefined;
  return queue === undefined ? null : { queue, place: queue.line.indexOf(id) + 1 };
};

const enteredBy = ({ type, seq }: ShopEvent): "joined" | "returned" | "call-taken-back" | "transferred" => {
  switch (type) {
    case "ticket-issued":
      return "joined";
    case "ticket-returned":
    case "presence-confirmed":
      return "returned";
    case "call-retracted":
      return "call-taken-back";
    case "ticket-transferred":
      return "transferred";
    default:
      throw new Error(`Event ${seq} (${type}) puts nobody into a line.`);
  }
};

const leftBy = ({ type, seq }: ShopEvent): "called" | "cancelled" | "transferred" => {
  switch (type) {
    case "ticket-called":
      return "called";
    case "ticket-cancelled":
      return "cancelled";
    case "ticket-transferred":
      return "transferred";
    default:
      throw new Error(`Event ${seq} (${type}) takes nobody out of a line.`);
  }
};

/** What one event did to one ticket's place, in words that name nobody else. None: it stands where it stood. */
export const placeChanges = (
  id: TicketId,
  before: ShopState,
  event: ShopEvent,
  after: ShopState,
): readonly PlaceChange[] => {
  const { seq, at } = event;
  const was = standingOf(before, id);
  const is = standingOf(after, id);
  if (was !== null && is !== null && was.queue.id === is.queue.id) {
    if (was.place === is.place) return [];
    const parts = placeParts(
      id,
      { ids: was.queue.line, tickets: before.tickets },
      { ids: is.queue.line, tickets: after.tickets },
      event,
      is.queue.policy.kind,
    );
    return [{ seq, at, queueId: is.queue.id, kind: "moved", from: was.place, to: is.place, parts }];
  }
  const changes: PlaceChange[] = [];
  if (was !== null)
    changes.push({ seq, at, queueId: was.queue.id, kind: "left-line", why: leftBy(event), from: was.place });
  if (is !== null)
    changes.push({ seq, at, queueId: is.queue.id, kind: "entered", why: enteredBy(event), to: is.place });
  return changes;
};
