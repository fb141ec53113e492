import type { PublicQueue, ServiceOnWire, ShopOnWire, WaitRange } from "@callnext/protocol";

export interface JoinQueue extends PublicQueue {
  /** Expected by appointment, as of when it was asked. */
  readonly booked_within_hour: number;
}

/** `GET /public/shops/{shopSlug}` */
export interface JoinAnswer {
  readonly tenant: { readonly slug: string; readonly name: string; readonly locale: string };
  readonly shop: ShopOnWire & {
    readonly open_now: boolean;
    readonly phone_required: boolean;
    /** Visitors may book a time by themselves. */
    readonly booking_open: boolean;
  };
  readonly queues: readonly JoinQueue[];
  readonly services: readonly ServiceOnWire[];
  /** How often the waiting times came true, where the shop tells it. */
  readonly record: { readonly inside: number; readonly settled: number } | null;
}

export type NativeStatus =
  | "waiting"
  | "called"
  | "serving"
  | "on_hold"
  | "completed"
  | "no_show"
  | "cancelled";

/** `GET /public/tickets/{id}` */
export interface TicketAnswer {
  readonly ticket_id: string;
  readonly number: string;
  readonly queue_id: string;
  readonly queue_name: string;
  readonly service_name: string;
  readonly native_status: NativeStatus;
  readonly position: number | null;
  readonly ahead: number | null;
  readonly wait: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
  readonly counter: string | null;
  readonly calls: number;
  readonly called_at: string | null;
  readonly outcome: "served" | "no_show" | "left" | "removed" | null;
  readonly shop_id: number;
  readonly shop_slug: string;
  readonly shop_name: string;
  readonly tenant_slug: string;
  readonly can_leave: boolean;
  readonly seq: number;
  readonly epoch: string;
}

export interface SignupAnswer {
  readonly ticket_id: string;
  readonly ticket_number: string;
  readonly ticket_url: string;
}

export type { PublicQueue, WaitRange };
