import type { WaitRange } from "@callnext/protocol";

/** What a visitor's page gets from `GET /public/tickets/{id}`. */
export interface PublicTicket {
  readonly ticket_id: string;
  readonly number: string;
  readonly queue_id: string;
  readonly queue_name: string;
  readonly service_name: string | null;
  readonly shop_id: number;
  readonly shop_slug: string;
  readonly shop_name: string;
  readonly native_status:
    | "waiting"
    | "called"
    | "serving"
    | "on_hold"
    | "completed"
    | "no_show"
    | "cancelled";
  readonly ahead: number | null;
  readonly wait: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
  readonly counter: string | null;
  readonly calls: number;
  readonly outcome: string | null;
  readonly can_leave: boolean;
  readonly locale: string | null;
  readonly seq: number;
  readonly epoch: string;
}

export interface TicketPlace {
  /** 1 is next; null once it no longer waits. */
  readonly place: number | null;
  readonly wait: WaitRange | null;
}
