import type { Ticket } from "../queue/ticket.ts";
import type { ViewInput } from "./view-input.ts";

/** Agents' names are public: the second document's boards show them. */
export const agentName = ({ staffNames }: ViewInput, ticket: Pick<Ticket, "agentId">): string | null =>
  ticket.agentId === null ? null : (staffNames.get(ticket.agentId) ?? null);

/** Whom the visitor wants, where that is somebody. */
export const wantedName = (
  { staffNames }: ViewInput,
  { wantedStaffId }: Pick<Ticket, "wantedStaffId">,
): string | null => (wantedStaffId === undefined ? null : (staffNames.get(wantedStaffId) ?? null));
