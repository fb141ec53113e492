import type { StaffTicket } from "@callnext/protocol";

export type TicketStatus = StaffTicket["status"];

/** What an agent may do with the ticket at the counter: its one key, its path, and from which states it exists. */
export interface TicketAction {
  readonly id: TicketActionId;
  readonly key: string;
  readonly path: string;
  readonly from: readonly TicketStatus[];
}

export type TicketActionId =
  | "recall"
  | "retract"
  | "start"
  | "complete"
  | "no-show"
  | "hold"
  | "transfer"
  | "cancel";

export const TICKET_ACTIONS: readonly TicketAction[] = [
  { id: "recall", key: "R", path: "recall", from: ["called"] },
  { id: "start", key: "S", path: "start", from: ["called"] },
  { id: "complete", key: "C", path: "complete", from: ["serving"] },
  { id: "no-show", key: "X", path: "no-show", from: ["called"] },
  { id: "hold", key: "H", path: "hold", from: ["serving"] },
  { id: "retract", key: "U", path: "retract", from: ["called"] },
  { id: "transfer", key: "T", path: "transfer", from: ["called", "serving"] },
  { id: "cancel", key: "D", path: "cancel", from: ["called"] },
];

export function actionOf(id: TicketActionId): TicketAction {
  const action = TICKET_ACTIONS.find((each) => each.id === id);
  if (action === undefined) throw new Error(`no action ${id}`);
  return action;
}

/** The key of the reason why it is not possible now, or null where it is. */
export function whyNot(
  action: TicketAction,
  ticket: StaffTicket | null,
): { key: string; status?: TicketStatus } | null {
  if (ticket === null) return { key: "why.no-ticket" };
  return action.from.includes(ticket.status) ? null : { key: "why.status", status: ticket.status };
}
