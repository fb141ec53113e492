import type { Actor } from "../queue/actor.ts";
import type { TicketId } from "../queue/ticket.ts";
import type { Instant } from "../queue/time.ts";

/** Unique on the server, drawn before the command: programs of the first document name appointments by an integer. */
export type AppointmentId = number;

/** `held`: kept for somebody who is still filling in the form, until `heldUntil`. */
export type AppointmentStatus = "held" | "scheduled" | "checked_in" | "completed" | "cancelled" | "no_show";

/** A booked visit. Holds no personal data: that is joined by id outside the core. On check-in it gets a ticket. */
export interface Appointment {
  readonly id: AppointmentId;
  readonly status: AppointmentStatus;
  readonly serviceId: number;
  readonly providerId: string;
  /** 0-based: a provider takes as many visitors at once as it has lanes. */
  readonly lane: number;
  /** The visit, [start, end). */
  readonly start: Instant;
  readonly end: Instant;
  /** The visit with the service's buffers, [busyFrom, busyUntil): what nobody else may have in this lane. */
  readonly busyFrom: Instant;
  readonly busyUntil: Instant;
  readonly partySize: number;
  /** Language the visitor asked for (`fr`, `wo`, `en`), when known. */
  readonly locale: string | null;
  readonly bookedBy: Actor["kind"];
  readonly bookedAt: Instant;
  readonly updatedAt: Instant;
  /** While `held`. A hold that was let go keeps it: by this it is told from an appointment that was cancelled. */
  readonly heldUntil: Instant | null;
  /** Since check-in. */
  readonly ticketId: TicketId | null;
  /** When the visitor said "I'm on my way". */
  readonly onMyWayAt: Instant | null;
  /** The visitor is expected so many minutes after `start`; said by visitor or desk. */
  readonly lateMinutes: number | null;
  /** Only while `cancelled`. */
  readonly cancelledBy: Actor["kind"] | null;
}
