import type { Policy } from "../queue/queue.ts";
import type { ShopEvent } from "../queue/events.ts";
import type { TicketId } from "../queue/ticket.ts";
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
const comeBy = (event: ShopEvent): PlaceCause => {
  switch (event.type) {
    case "ticket-issued":
      return "precedence";
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
const passedBy = (event: ShopEvent): PlaceCause => {
  if (event.type === "ticket-placed") return "moved-by-staff";
  return event.type === "queue-configured" ? "new-rule" : "turn";
};

/** Accounts for the way of one ticket from its place in the line before to that in the line after one event. */
export const placeParts = (
  id: TicketId,
  before: readonly TicketId[],
  after: readonly TicketId[],
  event: ShopEvent,
  rule: Policy["kind"],
): readonly PlacePart[] => {
  const wasAhead = new Set(before.slice(0, before.indexOf(id)));
  const isAhead = new Set(after.slice(0, after.indexOf(id)));
  const stood = new Set(before);
  const stands = new Set(after);
  const gone = [...wasAhead].filter((other) => !stands.has(other)).length;
  const come = [...isAhead].filter((other) => !stood.has(other)).length;
  const fellBehind = [...wasAhead].filter((other) => stands.has(other) && !isAhead.has(other)).length;
  const passed = [...isAhead].filter((other) => stood.has(other) && !wasAhead.has(other)).length;
  const parts: PlacePart[] = [];
  if (gone > 0) parts.push({ cause: goneBy(event), change: -gone });
  if (come > 0) {
    const cause = comeBy(event);
    parts.push(cause === "precedence" ? { cause, change: come, rule } : { cause, change: come });
  }
  if (passed !== fellBehind) {
    const cause = passedBy(event);
    const change = passed - fellBehind;
    parts.push(cause === "turn" ? { cause, change, rule } : { cause, change });
  }
  return parts;
};
