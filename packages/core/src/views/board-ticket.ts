import type { ShopEvent } from "../queue/events.ts";
import type { Ticket } from "../queue/ticket.ts";

/** The part of a ticket that boards show. */
export type BoardTicket = Pick<
  Ticket,
  "id" | "number" | "queueId" | "status" | "calledAt" | "agentId" | "counterId" | "calls" | "dueAt"
>;

const backInLine = { status: "waiting", calledAt: null, counterId: null, agentId: null } as const;

const step = (ticket: BoardTicket, event: ShopEvent): Partial<BoardTicket> => {
  switch (event.type) {
    case "ticket-called":
      return {
        status: "called",
        calledAt: event.at,
        calls: ticket.calls + 1,
        counterId: event.counterId,
        agentId: event.agentId,
      };
    case "ticket-recalled":
      return { calledAt: event.at, calls: ticket.calls + 1 };
    case "service-started":
      return { status: "serving" };
    case "ticket-held":
      return { status: "on_hold" };
    case "ticket-resumed":
      return { status: "serving", counterId: event.counterId };
    case "ticket-completed":
      return { status: "completed" };
    case "ticket-no-show":
      return { status: "no_show" };
    case "ticket-cancelled":
      return { status: "cancelled" };
    case "call-retracted":
    case "ticket-returned":
      return backInLine;
    case "ticket-transferred":
      return { ...backInLine, queueId: event.queueId };
    default:
      return {};
  }
};

/**
 * What `fold` does to this part of a ticket, for one event about it. It needs no state of the shop:
 * so boards that were away get each missed message as it was, from the log alone.
 */
export const boardTicketAfter = (ticket: BoardTicket, event: ShopEvent): BoardTicket => ({
  ...ticket,
  ...step(ticket, event),
});

/** The ticket that a `ticket-issued` event brings into being. */
export const boardTicketIssued = (
  event: Extract<ShopEvent, { readonly type: "ticket-issued" }>,
): BoardTicket => ({
  id: event.ticketId,
  number: event.number,
  queueId: event.queueId,
  status: "waiting",
  calledAt: null,
  agentId: null,
  counterId: null,
  calls: 0,
  ...(event.appointment === undefined ? {} : { dueAt: event.appointment.dueAt }),
});
