import type { ShopEvent, ShopState, TicketId } from "@callnext/core";
import { MINUTE_MS, onTicket, type PlannedMessage } from "./planned-message.ts";

/** Whose place is this or better is told that the turn is near. */
export const NEAR_PLACE = 2;
const NEAR_MINUTES = 15;
const CALLED_MINUTES = 5;

/** What brings those who wait nearer. */
const ADVANCES: ReadonlySet<ShopEvent["type"]> = new Set([
  "ticket-called",
  "ticket-cancelled",
  "ticket-transferred",
  "ticket-placed",
]);

/** To those who were called, and once to each who has come near. */
export function ticketMessages(events: readonly ShopEvent[], state: ShopState): readonly PlannedMessage[] {
  const called = events.flatMap((event): readonly PlannedMessage[] =>
    event.type === "ticket-called"
      ? [
          {
            kind: "ticket-called",
            name: `ticket-called:${event.seq}`,
            subject: onTicket(event.ticketId),
            about: {},
            dueAt: event.at,
            validUntil: event.at + CALLED_MINUTES * MINUTE_MS,
          },
        ]
      : [],
  );
  const last = events.findLast(({ type }) => ADVANCES.has(type));
  if (last === undefined) return called;
  const near = [...state.queues.values()].flatMap(({ line }) => line.slice(0, NEAR_PLACE));
  return [...called, ...near.map((ticketId) => nearMessage(ticketId, last))];
}

function nearMessage(ticketId: TicketId, { at }: ShopEvent): PlannedMessage {
  return {
    kind: "ticket-near",
    name: `ticket-near:${ticketId}`,
    subject: onTicket(ticketId),
    about: {},
    dueAt: at,
    validUntil: at + NEAR_MINUTES * MINUTE_MS,
  };
}
