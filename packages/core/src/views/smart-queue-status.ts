import type { TicketStatus } from "../queue/ticket.ts";

export type SmartQueueStatus = "en_attente" | "appele" | "en_service" | "pause" | "clos" | "no_show";

const STATUS = {
  waiting: "en_attente",
  called: "appele",
  serving: "en_service",
  on_hold: "pause",
  completed: "clos",
  no_show: "no_show",
  cancelled: "clos",
} as const satisfies Record<TicketStatus, SmartQueueStatus>;

/** The second document's word for a status. */
export const smartQueueStatus = (status: TicketStatus): SmartQueueStatus => STATUS[status];
