import { RECENT_SERVICES } from "../queue.ts";
import type { Ticket } from "../ticket.ts";
import { changeQueue, type Draft, queueOf } from "./draft.ts";

/** Shorter than this nobody was served: a slip of the hand must not tell the next visitor "0 minutes". */
const SHORTEST_SECONDS = 5;

/** Notes the service that ends with this event as the newest measured one of the ticket's queue. */
export const noteFinishedService = (draft: Draft, ticket: Ticket): void => {
  if (ticket.startedAt === null || ticket.counterId === null) return;
  const seconds = Math.max(0, Math.round((draft.at - ticket.startedAt - ticket.heldMs) / 1000));
  if (seconds < SHORTEST_SECONDS) return;
  const { recentServices } = queueOf(draft, ticket.queueId);
  const finished = { counterId: ticket.counterId, endedAt: draft.at, seconds };
  changeQueue(draft, ticket.queueId, {
    recentServices: [...recentServices, finished].slice(-RECENT_SERVICES),
  });
};
