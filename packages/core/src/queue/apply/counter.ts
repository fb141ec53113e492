import type { Ticket } from "../ticket.ts";
import type { Draft } from "./draft.ts";

/** Throws where the counter has another ticket: two visitors would be sent to one place. */
export const takeCounter = (draft: Draft, ticket: Ticket, counterId: string): void => {
  const other = draft.busy.get(counterId);
  if (other !== undefined && other !== ticket.id)
    throw new Error(`Event ${draft.seq} gives counter ${counterId} a second ticket.`);
  draft.busy.set(counterId, ticket.id);
};

export const freeCounter = (draft: Draft, ticket: Ticket): void => {
  if (ticket.counterId !== null && draft.busy.get(ticket.counterId) === ticket.id)
    draft.busy.delete(ticket.counterId);
};
