import type { QueueConfig, QueueStatus } from "./queue.ts";
import type { Counter, Display, Service, Shop } from "./shop.ts";
import type { Priority, TicketId } from "./ticket.ts";

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
  | { readonly type: "refresh-display"; readonly displayId: string };
