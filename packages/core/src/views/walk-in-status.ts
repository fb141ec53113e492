import type { TicketStatus } from "../queue/ticket.ts";

export type WalkInStatus = "CHECKED_IN" | "ARRIVED" | "IN_SERVICE" | "COMPLETED" | "CANCELLED";

const STATUS = {
  waiting: "CHECKED_IN",
  called: "ARRIVED",
  serving: "IN_SERVICE",
  on_hold: "IN_SERVICE",
  completed: "COMPLETED",
  no_show: "CANCELLED",
  cancelled: "CANCELLED",
} as const satisfies Record<TicketStatus, WalkInStatus>;

/** The first document's word for a status. */
export const walkInStatus = (status: TicketStatus): WalkInStatus => STATUS[status];
