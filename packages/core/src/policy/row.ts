import type { Ticket } from "../queue/ticket.ts";

/** Tickets one after the other; somebody out of the middle may be taken too. */
export class Row {
  readonly #tickets: readonly Ticket[];
  readonly #takenEarly = new Set<Ticket>();
  #next = 0;

  constructor(tickets: readonly Ticket[]) {
    this.#tickets = tickets;
  }

  get first(): Ticket | undefined {
    for (;;) {
      const ticket = this.#tickets[this.#next];
      if (ticket === undefined || !this.#takenEarly.has(ticket)) return ticket;
      this.#next += 1;
    }
  }

  take(ticket: Ticket): void {
    if (ticket === this.first) this.#next += 1;
    else this.#takenEarly.add(ticket);
  }
}
