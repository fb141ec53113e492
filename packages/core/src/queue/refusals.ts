import type { TicketId, TicketStatus } from "./ticket.ts";

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
  | { readonly code: "label-taken"; readonly label: string };

export type RefusalCode = Refusal["code"];
