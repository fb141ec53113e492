import type { AppointmentId } from "../appointments/appointment.ts";
import type { Provider } from "../appointments/provider.ts";
import type { QueueConfig, QueueStatus } from "./queue.ts";
import type { Counter, Display, Service, Shop } from "./shop.ts";
import type { Priority, TicketId } from "./ticket.ts";
import type { Instant } from "./time.ts";

/** What somebody wants, in the imperative. `counter` is a label as people write it. */
export type Command =
  | {
      readonly type: "issue-ticket";
      readonly ticketId: TicketId;
      readonly queueId: string;
      readonly serviceId: number | null;
      readonly priority: Priority;
      readonly partySize: number;
      readonly locale: string | null;
    }
  | { readonly type: "call-next"; readonly queueId: string; readonly counter: string }
  | { readonly type: "call-ticket"; readonly ticketId: TicketId; readonly counter: string }
  | { readonly type: "recall-ticket"; readonly ticketId: TicketId }
  | { readonly type: "retract-call"; readonly ticketId: TicketId }
  | { readonly type: "start-service"; readonly ticketId: TicketId }
  | { readonly type: "complete-ticket"; readonly ticketId: TicketId }
  | { readonly type: "mark-no-show"; readonly ticketId: TicketId }
  | { readonly type: "return-ticket"; readonly ticketId: TicketId }
  | { readonly type: "hold-ticket"; readonly ticketId: TicketId }
  | { readonly type: "resume-ticket"; readonly ticketId: TicketId; readonly counter: string | null }
  | { readonly type: "transfer-ticket"; readonly ticketId: TicketId; readonly queueId: string }
  | { readonly type: "cancel-ticket"; readonly ticketId: TicketId }
  | {
      readonly type: "place-ticket";
      readonly queueId: string;
      readonly ticketId: TicketId;
      /** 1-based; beyond the end means last. */
      readonly place: number;
      /** The seq the person was looking at; refused where the line's order changed after it. */
      readonly seenSeq: number | null;
    }
  | { readonly type: "confirm-presence"; readonly ticketId: TicketId }
  | { readonly type: "set-queue-status"; readonly queueId: string; readonly status: QueueStatus }
  | { readonly type: "start-service-day" }
  | { readonly type: "configure-shop"; readonly shop: Shop }
  | { readonly type: "configure-service"; readonly service: Service }
  | { readonly type: "configure-queue"; readonly queue: QueueConfig }
  | { readonly type: "configure-counter"; readonly counter: Counter }
  | { readonly type: "configure-display"; readonly display: Display }
  | { readonly type: "refresh-display"; readonly displayId: string }
  | { readonly type: "change-ticket-service"; readonly ticketId: TicketId; readonly serviceId: number | null }
  /** Whom the visitor wants; null: anyone. */
  | { readonly type: "assign-ticket"; readonly ticketId: TicketId; readonly staffId: number | null }
  | { readonly type: "configure-provider"; readonly provider: Provider }
  /** Keeps a slot for `minutes` (null: the shop's `holdMinutes`). */
  | ({ readonly type: "hold-slot"; readonly minutes: number | null } & WantedSlot)
  /** Takes the slot that this id holds, where it holds one, else a free one. */
  | ({ readonly type: "book-appointment" } & WantedSlot)
  | { readonly type: "release-slot"; readonly appointmentId: AppointmentId }
  | {
      readonly type: "move-appointment";
      readonly appointmentId: AppointmentId;
      readonly start: Instant;
      /** Null: whoever has it now, or else anyone who is free. */
      readonly providerId: string | null;
      /** Null: as it is. */
      readonly serviceId: number | null;
    }
  | { readonly type: "cancel-appointment"; readonly appointmentId: AppointmentId }
  /** Makes the ticket. */
  | {
      readonly type: "check-in-appointment";
      readonly appointmentId: AppointmentId;
      readonly ticketId: TicketId;
    }
  | { readonly type: "say-on-my-way"; readonly appointmentId: AppointmentId }
  | {
      readonly type: "mark-appointment-late";
      readonly appointmentId: AppointmentId;
      /** Null: on time after all. */
      readonly minutes: number | null;
    }
  | { readonly type: "mark-appointment-no-show"; readonly appointmentId: AppointmentId }
  /** A missed or cancelled one is scheduled again, where its slot is still free. */
  | { readonly type: "restore-appointment"; readonly appointmentId: AppointmentId }
  /** Without a ticket: the visit took place and nobody was called. */
  | { readonly type: "complete-appointment"; readonly appointmentId: AppointmentId }
  /** Tells what time alone has brought: appointments due or missed, holds run out. No events where there is nothing. */
  | { readonly type: "keep-time" };

/** `providerId` null: anyone who offers it and is free. */
export interface WantedSlot {
  readonly appointmentId: AppointmentId;
  readonly serviceId: number;
  readonly providerId: string | null;
  readonly start: Instant;
  readonly partySize: number;
  readonly locale: string | null;
}
