import type { Policy } from "../queue/queue.ts";
import type { ShopEvent } from "../queue/events.ts";
import type { Ticket, TicketId } from "../queue/ticket.ts";
import type { PlaceCause, PlacePart } from "./place-change.ts";

/** What it means that somebody ahead is gone. */
const goneBy = (event: ShopEvent): PlaceCause => {
  switch (event.type) {
    case "ticket-called":
      return "call";
    case "ticket-cancelled":
      return "departure";
    case "ticket-transferred":
      return "sent-elsewhere";
    default:
      throw new Error(`Event ${event.seq} (${event.type}) takes nobody out of a line.`);
  }
};

/** What it means that somebody new stands ahead. */
const comeBy = (event: ShopEvent, isByBookedTime: boolean): PlaceCause => {
  switch (event.type) {
    case "ticket-issued":
      return isByBookedTime ? "booked-time" : "precedence";
    case "ticket-returned":
    case "presence-confirmed":
      return "return";
    case "call-retracted":
      return "call-taken-back";
    case "ticket-transferred":
      return "came-from-elsewhere";
    default:
      throw new Error(`Event ${event.seq} (${event.type}) puts nobody into a line.`);
  }
};

/** What it means that two who stand in line both before and after changed their order. */
const passedBy = (event: ShopEvent, isByBookedTime: boolean): PlaceCause => {
  if (event.type === "ticket-placed") return "moved-by-staff";
  if (event.type === "queue-configured") return "new-rule";
  return isByBookedTime ? "booked-time" : "turn";
};

/** One queue's line at one state, and who stands in it for an appointment. */
export interface Line {
  readonly ids: readonly TicketId[];
  readonly tickets: ReadonlyMap<TicketId, Ticket>;
}

const aheadOf = (id: TicketId, { ids }: Line): ReadonlySet<TicketId> =>
  new Set(ids.slice(0, ids.indexOf(id)));

/** Accounts for the way of one ticket from its place in the line before to that in the line after one event. */
export const placeParts = (
  id: TicketId,
  before: Line,
  after: Line,
  event: ShopEvent,
  rule: Policy["kind"],
): readonly PlacePart[] => {
  const [wasAhead, isAhead] = [aheadOf(id, before), aheadOf(id, after)];
  const stood = new Set(before.ids);
  const stands = new Set(after.ids);
  const gone = [...wasAhead].filter((other) => !stands.has(other));
  const come = [...isAhead].filter((other) => !stood.has(other));
  const fellBehind = [...wasAhead].filter((other) => stands.has(other) && !isAhead.has(other));
  const passed = [...isAhead].filter((other) => stood.has(other) && !wasAhead.has(other));
  const isBooked = (others: readonly TicketId[]): boolean =>
    after.tickets.get(id)?.dueAt !== undefined ||
    others.some((other) => after.tickets.get(other)?.due === true);
  const withRule = (cause: PlaceCause, change: number): PlacePart =>
    cause === "precedence" || cause === "turn" ? { cause, change, rule } : { cause, change };
  const parts: PlacePart[] = [];
  if (gone.length > 0) parts.push({ cause: goneBy(event), change: -gone.length });
  if (come.length > 0) parts.push(withRule(comeBy(event, isBooked(come)), come.length));
  if (passed.length !== fellBehind.length) {
    const cause = passedBy(event, isBooked([...passed, ...fellBehind]));
    parts.push(withRule(cause, passed.length - fellBehind.length));
  }
  return parts;
};
