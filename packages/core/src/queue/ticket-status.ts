import type { Ticket, TicketStatus } from "./ticket.ts";
import type { Instant } from "./time.ts";

const ENDED: readonly TicketStatus[] = ["completed", "no_show", "cancelled"];

/** Not ended: somebody still waits, is called, is served or on hold. */
export const isOpenTicket = (ticket: Ticket): boolean => !ENDED.includes(ticket.status);

/** Whether the ticket stands at a counter and keeps it from another call. */
export const occupiesCounter = (ticket: Ticket): boolean =>
  ticket.status === "called" || ticket.status === "serving";

/** Whether a no-show may still come back to the line. */
export const isWithinGrace = (ticket: Ticket, graceMinutes: number, now: Instant): boolean =>
  ticket.status === "no_show" && ticket.endedAt !== null && now - ticket.endedAt <= graceMinutes * 60_000;
