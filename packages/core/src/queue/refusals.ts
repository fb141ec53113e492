import type { AppointmentId, AppointmentStatus } from "../appointments/appointment.ts";
import type { TicketId, TicketStatus } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** Why a command changed nothing. The code is stable and public. */
export type Refusal =
  | { readonly code: "shop-full" }
  | { readonly code: "shop-closed" }
  | { readonly code: "queue-not-found"; readonly queueId: string }
  | { readonly code: "queue-closed"; readonly queueId: string }
  | { readonly code: "queue-paused"; readonly queueId: string }
  | { readonly code: "queue-full"; readonly queueId: string; readonly capacity: number }
  | { readonly code: "queue-empty"; readonly queueId: string }
  | { readonly code: "queue-not-empty"; readonly queueId: string }
  | { readonly code: "service-not-found"; readonly serviceId: number }
  | { readonly code: "service-not-offered"; readonly serviceId: number; readonly queueId: string }
  | { readonly code: "counter-not-found"; readonly counter: string }
  | {
      readonly code: "counter-busy";
      readonly counter: string;
      readonly ticketId: TicketId;
      readonly number: string;
    }
  | { readonly code: "display-not-found"; readonly displayId: string }
  | { readonly code: "ticket-not-found"; readonly ticketId: TicketId }
  | { readonly code: "ticket-exists"; readonly ticketId: TicketId }
  /** The step does not exist from the ticket's present status. */
  | {
      readonly code: "wrong-state";
      readonly ticketId: TicketId;
      readonly status: TicketStatus;
      readonly wanted: string;
    }
  | { readonly code: "same-queue"; readonly queueId: string }
  | { readonly code: "grace-over"; readonly ticketId: TicketId }
  | { readonly code: "order-changed"; readonly queueId: string; readonly order: readonly TicketId[] }
  | { readonly code: "prefix-taken"; readonly prefix: string }
  | { readonly code: "label-taken"; readonly label: string }
  | { readonly code: "provider-not-found"; readonly providerId: string }
  /** Visitors cannot book here by themselves. */
  | { readonly code: "booking-closed" }
  /** Nobody who offers the service works then. */
  | { readonly code: "slot-not-offered"; readonly start: Instant }
  | { readonly code: "slot-taken"; readonly start: Instant }
  /** Nearer than the lead time. */
  | { readonly code: "slot-too-soon"; readonly earliest: Instant }
  /** Beyond the horizon. */
  | { readonly code: "slot-too-far"; readonly latest: Instant }
  | { readonly code: "appointment-not-found"; readonly appointmentId: AppointmentId }
  | { readonly code: "appointment-exists"; readonly appointmentId: AppointmentId }
  /** The step does not exist from the appointment's present status. */
  | {
      readonly code: "wrong-appointment-state";
      readonly appointmentId: AppointmentId;
      readonly status: AppointmentStatus;
      readonly wanted: string;
    }
  /** The visitor cancels or moves later than the shop allows. */
  | { readonly code: "too-late-to-change"; readonly appointmentId: AppointmentId; readonly until: Instant }
  | { readonly code: "check-in-too-early"; readonly appointmentId: AppointmentId; readonly opens: Instant }
  | { readonly code: "check-in-over"; readonly appointmentId: AppointmentId; readonly closed: Instant }
  | { readonly code: "too-many-appointments" };

export type RefusalCode = Refusal["code"];
