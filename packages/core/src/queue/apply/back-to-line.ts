import type { TicketId } from "../ticket.ts";
import { changeTicket, type Draft, ticketOf } from "./draft.ts";
import { joinLine } from "./line.ts";
import { forgetCall } from "./recent-calls.ts";

/** Waits again where it waited before; only the count of its calls remains. */
export const backToLine = (draft: Draft, id: TicketId): void => {
  forgetCall(draft, ticketOf(draft, id).queueId, id);
  changeTicket(draft, id, {
    status: "waiting",
    outcome: null,
    calledAt: null,
    endedAt: null,
    counterId: null,
    agentId: null,
  });
  joinLine(draft, id);
};
