import type { AppointmentId } from "../appointments/appointment.ts";
import type { Provider } from "../appointments/provider.ts";
import type { Actor } from "./actor.ts";
import type { QueueConfig, QueueStatus } from "./queue.ts";
import type { Counter, Display, Service, Shop } from "./shop.ts";
import type { Priority, TicketId } from "./ticket.ts";
import type { Instant, ServiceDay } from "./time.ts";

/** What happened, in the past tense. Bodies hold no personal data. */
export type EventBody =
  | { readonly type: "shop-configured"; readonly shop: Shop }
  | { readonly type: "service-configured"; readonly service: Service }
  | { readonly type: "queue-configured"; readonly queue: QueueConfig }
  | { readonly type: "queue-status-changed"; readonly queueId: string; readonly status: QueueStatus }
  | { readonly type: "counter-configured"; readonly counter: Counter }
  | { readonly type: "display-configured"; readonly display: Display }
  | { readonly type: "display-refreshed"; readonly displayId: string }
  | { readonly type: "service-day-started"; readonly day: ServiceDay }
  | {
      readonly type: "ticket-issued";
      readonly ticketId: TicketId;
      readonly queueId: string;
      readonly number: string;
      readonly sequence: number;
      readonly serviceId: number | null;
      readonly priority: Priority;
      readonly partySize: number;
      readonly locale: string | null;
      /** Checked in from an appointment: its time, and whom it was booked with. */
      readonly appointment?: {
        readonly id: AppointmentId;
        readonly dueAt: Instant;
        readonly staffId: number | null;
      };
    }
  | {
      readonly type: "ticket-called";
      readonly ticketId: TicketId;
      readonly counterId: string;
      readonly agentId: number | null;
    }
  | { readonly type: "ticket-recalled"; readonly ticketId: TicketId }
  | { readonly type: "call-retracted"; readonly ticketId: TicketId }
  | { readonly type: "service-started"; readonly ticketId: TicketId }
  | { readonly type: "ticket-held"; readonly ticketId: TicketId }
  | { readonly type: "ticket-resumed"; readonly ticketId: TicketId; readonly counterId: string }
  | { readonly type: "ticket-completed"; readonly ticketId: TicketId }
  | { readonly type: "ticket-no-show"; readonly ticketId: TicketId }
  | { readonly type: "ticket-returned"; readonly ticketId: TicketId }
  | { readonly type: "ticket-transferred"; readonly ticketId: TicketId; readonly queueId: string }
  | { readonly type: "ticket-cancelled"; readonly ticketId: TicketId; readonly outcome: "left" | "removed" }
  | { readonly type: "ticket-placed"; readonly ticketId: TicketId; readonly place: number }
  | { readonly type: "presence-confirmed"; readonly ticketId: TicketId }
  | {
      readonly type: "ticket-service-changed";
      readonly ticketId: TicketId;
      readonly serviceId: number | null;
    }
  | { readonly type: "ticket-assigned"; readonly ticketId: TicketId; readonly staffId: number | null }
  | { readonly type: "provider-configured"; readonly provider: Provider }
  | ({ readonly type: "slot-held"; readonly until: Instant } & BookedSlot)
  | ({ readonly type: "appointment-booked" } & BookedSlot)
  /** A hold was let go, or ran out. */
  | { readonly type: "slot-released"; readonly appointmentId: AppointmentId }
  | ({ readonly type: "appointment-moved" } & Omit<BookedSlot, "partySize" | "locale">)
  | { readonly type: "appointment-cancelled"; readonly appointmentId: AppointmentId }
  /** Follows the `ticket-issued` of its ticket. */
  | {
      readonly type: "appointment-checked-in";
      readonly appointmentId: AppointmentId;
      readonly ticketId: TicketId;
    }
  /** The booked time of a checked-in appointment has come. */
  | { readonly type: "appointment-due"; readonly appointmentId: AppointmentId; readonly ticketId: TicketId }
  | { readonly type: "visitor-on-the-way"; readonly appointmentId: AppointmentId }
  | {
      readonly type: "appointment-late";
      readonly appointmentId: AppointmentId;
      readonly minutes: number | null;
    }
  | { readonly type: "appointment-missed"; readonly appointmentId: AppointmentId }
  | { readonly type: "appointment-restored"; readonly appointmentId: AppointmentId; readonly lane: number }
  | { readonly type: "appointment-completed"; readonly appointmentId: AppointmentId };

/** A slot as it was given. */
export interface BookedSlot {
  readonly appointmentId: AppointmentId;
  readonly serviceId: number;
  readonly providerId: string;
  readonly lane: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly busyFrom: Instant;
  readonly busyUntil: Instant;
  readonly partySize: number;
  readonly locale: string | null;
}

/** One entry of the shop's stream: seq is consecutive, `at` never goes back. */
export type ShopEvent = EventBody & {
  readonly seq: number;
  readonly at: Instant;
  readonly by: Actor;
};
