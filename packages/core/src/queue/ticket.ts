import type { AppointmentId } from "../appointments/appointment.ts";
import type { Actor } from "./actor.ts";
import type { Instant, ServiceDay } from "./time.ts";

/** Unguessable (a UUID): it stands in URLs. The number is what people read. */
export type TicketId = string;

export type TicketStatus =
  | "waiting"
  | "called"
  | "serving"
  | "on_hold"
  | "completed"
  | "no_show"
  | "cancelled";

/** Why a ticket ended. `left` is the visitor's own doing, `removed` is staff's clean-up. */
export type Outcome = "served" | "no_show" | "left" | "removed";

/** 0 ordinary, 1 priority, 2 urgent. What it means for the order is the queue's policy. */
export type Priority = 0 | 1 | 2;

/** The numbered right to be served in one queue. Holds no personal data: that is joined by id outside the core. */
export interface Ticket {
  readonly id: TicketId;
  /** Integer id, unique within the shop: the seq of the event that issued it. */
  readonly entry: number;
  /** Prefix and at least three digits, `A001`. Kept through transfers. */
  readonly number: string;
  /** The digits of `number`. */
  readonly sequence: number;
  readonly serviceDay: ServiceDay;
  /** The queue that gave the number. */
  readonly issuedQueueId: string;
  /** The queue it stands in now. */
  readonly queueId: string;
  readonly serviceId: number | null;
  readonly priority: Priority;
  readonly partySize: number;
  /** Language the visitor asked for (`fr`, `wo`, `en`), when known. */
  readonly locale: string | null;
  readonly joinedBy: Actor["kind"];
  readonly status: TicketStatus;
  readonly outcome: Outcome | null;
  /** Seniority: kept through transfer, retraction and return. */
  readonly joinedAt: Instant;
  /** The last call or recall. */
  readonly calledAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Start of the hold under way. */
  readonly heldAt: Instant | null;
  /** Holds already over, in milliseconds; service time excludes them. */
  readonly heldMs: number;
  readonly updatedAt: Instant;
  readonly counterId: string | null;
  /** Staff id of the agent who called it last. */
  readonly agentId: number | null;
  /** Calls and recalls so far; never goes back, so that (id, calls) names one announcement. */
  readonly calls: number;
  /** 1-based place given by hand, or null where the policy decides. Survives a retracted call. */
  readonly place: number | null;
  /** When the visitor last said "I am here". */
  readonly presentAt: Instant | null;
  /** The appointment it was checked in from. This and the following are absent where they do not apply. */
  readonly appointmentId?: AppointmentId;
  /** The booked time of that appointment. Seniority counts from here or from check-in, whichever is later. */
  readonly dueAt?: Instant;
  /** When it was issued, where that was before `joinedAt`: early arrival is not waiting. */
  readonly issuedAt?: Instant;
  /** Its time has come: from now on the queue's `walkInsAhead` counts. */
  readonly due?: boolean;
  /** How many were called before it since it was due, other appointments that were due not counted. */
  readonly walkInsPassed?: number;
  /** The appointments, due by then, that its last call passed: what a call that is taken back gives back. */
  readonly passed?: readonly TicketId[];
  /** Staff id of the person the visitor wants. */
  readonly wantedStaffId?: number;
}
