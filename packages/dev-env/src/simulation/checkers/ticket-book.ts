import type { ShopEvent } from "@callnext/core";

/** As little of a ticket as the checkers need, told by the events in their own words. */
export interface BookedTicket {
  readonly id: string;
  readonly entry: number;
  readonly issuedIn: string;
  readonly sequence: number;
  readonly priority: number;
  readonly joinedAt: number;
  queueId: string;
  state: "waiting" | "at-counter" | "ended";
  calls: number;
}

/** A second opinion on what the events mean, much simpler than the rules themselves. */
export class TicketBook {
  readonly tickets = new Map<string, BookedTicket>();

  take(event: ShopEvent): void {
    if (event.type === "ticket-issued") {
      const { ticketId: id, seq: entry, queueId, sequence, priority, at: joinedAt } = event;
      this.tickets.set(id, {
        id,
        entry,
        issuedIn: queueId,
        sequence,
        priority,
        joinedAt,
        queueId,
        state: "waiting",
        calls: 0,
      });
      return;
    }
    const ticket = "ticketId" in event ? this.tickets.get(event.ticketId) : undefined;
    if (ticket !== undefined) this.#move(ticket, event);
  }

  waitingIn(queueId: string): readonly BookedTicket[] {
    return [...this.tickets.values()].filter(
      (ticket) => ticket.queueId === queueId && ticket.state === "waiting",
    );
  }

  #move(ticket: BookedTicket, event: ShopEvent): void {
    switch (event.type) {
      case "ticket-called":
        ticket.state = "at-counter";
        ticket.calls += 1;
        return;
      case "ticket-recalled":
        ticket.calls += 1;
        return;
      case "call-retracted":
      case "ticket-returned":
        ticket.state = "waiting";
        return;
      case "ticket-transferred":
        ticket.state = "waiting";
        ticket.queueId = event.queueId;
        return;
      case "ticket-completed":
      case "ticket-no-show":
      case "ticket-cancelled":
        ticket.state = "ended";
        return;
      default:
    }
  }
}
