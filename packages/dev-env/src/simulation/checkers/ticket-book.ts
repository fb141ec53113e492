import type { ShopEvent } from "@callnext/core";

/** As little of a ticket as the checkers need, told by the events in their own words. */
export interface BookedTicket {
  readonly id: string;
  readonly entry: number;
  readonly issuedIn: string;
  readonly sequence: number;
  readonly priority: number;
  readonly joinedAt: number;
  /** Of a visitor with an appointment; null: a walk-in. */
  readonly dueAt: number | null;
  queueId: string;
  isDue: boolean;
  /** Calls, by their seq, of those who were called before it since it was due. */
  readonly passedBy: Set<number>;
  calledBySeq: number;
  state: "waiting" | "at-counter" | "ended";
  calls: number;
}

/** A second opinion on what the events mean, much simpler than the rules themselves. */
export class TicketBook {
  readonly tickets = new Map<string, BookedTicket>();

  take(event: ShopEvent): void {
    if (event.type === "ticket-issued") {
      const { ticketId: id, seq: entry, queueId, sequence, priority, at } = event;
      const dueAt = event.appointment?.dueAt ?? null;
      this.tickets.set(id, {
        id,
        entry,
        issuedIn: queueId,
        sequence,
        priority,
        joinedAt: Math.max(at, dueAt ?? at),
        dueAt,
        queueId,
        isDue: dueAt !== null && dueAt <= at,
        passedBy: new Set(),
        calledBySeq: 0,
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

  #due(queueId: string): readonly BookedTicket[] {
    return this.waitingIn(queueId).filter(({ isDue }) => isDue);
  }

  #move(ticket: BookedTicket, event: ShopEvent): void {
    switch (event.type) {
      case "ticket-called":
        ticket.state = "at-counter";
        ticket.calls += 1;
        ticket.calledBySeq = event.seq;
        if (!ticket.isDue) for (const { passedBy } of this.#due(ticket.queueId)) passedBy.add(event.seq);
        return;
      case "appointment-due":
        ticket.isDue = true;
        return;
      case "ticket-recalled":
        ticket.calls += 1;
        return;
      case "call-retracted":
        ticket.state = "waiting";
        for (const { passedBy } of this.tickets.values()) passedBy.delete(ticket.calledBySeq);
        return;
      case "ticket-returned":
        ticket.state = "waiting";
        ticket.isDue ||= ticket.dueAt !== null && ticket.dueAt <= event.at;
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
