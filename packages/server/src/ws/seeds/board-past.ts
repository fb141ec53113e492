import {
  type BoardTicket,
  boardTicketAfter,
  boardTicketIssued,
  type Display,
  type ShopEvent,
  type TicketId,
} from "@callnext/core";

export type TicketEvent = Extract<ShopEvent, { readonly ticketId: TicketId }>;

export const isTicketEvent = (event: ShopEvent): event is TicketEvent => "ticketId" in event;

/** A board and the tickets it may tell of, as they stand between two events. */
export interface BoardPast {
  readonly displayId: string;
  display: Display | undefined;
  readonly tickets: Map<TicketId, BoardTicket>;
  /** For a ticket that is not in `tickets` yet. */
  readonly lookUp: (id: TicketId) => BoardTicket | undefined;
}

export interface TicketStep {
  readonly before: BoardTicket;
  readonly after: BoardTicket;
}

const moveTicket = (past: BoardPast, event: TicketEvent): TicketStep => {
  const before =
    event.type === "ticket-issued"
      ? boardTicketIssued(event)
      : (past.tickets.get(event.ticketId) ?? past.lookUp(event.ticketId));
  if (before === undefined)
    throw new Error(`Event ${event.seq} is about ticket ${event.ticketId}, of which nothing is known.`);
  const after = boardTicketAfter(before, event);
  past.tickets.set(event.ticketId, after);
  return { before, after };
};

/** Moves the past on by one event; gives what became of the event's ticket, where it is about one. */
export const moveOn = (past: BoardPast, event: ShopEvent): TicketStep | undefined => {
  if (isTicketEvent(event)) return moveTicket(past, event);
  if (event.type === "display-configured" && event.display.id === past.displayId)
    past.display = event.display;
  return undefined;
};
