import type { Ticket } from "../queue/ticket.ts";

const byBookedTime = (a: Ticket, b: Ticket): number => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.entry - b.entry;

/** The appointments whose time has come, while a line is put together around them. */
export class DueTickets {
  readonly #walkInsAhead: number;
  #left: readonly Ticket[];
  #walkIns = 0;

  /** `walkInsAhead` null: they have no rule of their own. */
  constructor(tickets: readonly Ticket[], walkInsAhead: number | null) {
    this.#left =
      walkInsAhead === null ? [] : tickets.filter(({ due }) => due === true).toSorted(byBookedTime);
    this.#walkInsAhead = walkInsAhead ?? 0;
  }

  /** The earliest booked of those who do not stand yet. */
  get first(): Ticket | undefined {
    return this.#left[0];
  }

  /** As many walk-ins as may be stand before one of them, or were called before it. */
  get isPressing(): boolean {
    return this.#left.some(({ walkInsPassed = 0 }) => walkInsPassed + this.#walkIns >= this.#walkInsAhead);
  }

  /** Somebody was put into the line next. */
  noteStanding(ticket: Ticket): void {
    if (ticket.due !== true) this.#walkIns += 1;
    else if (this.#left.length > 0) this.#left = this.#left.filter((other) => other !== ticket);
  }
}
