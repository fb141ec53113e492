import { RECENT_CALLS } from "../queue.ts";
import type { TicketId } from "../ticket.ts";
import { changeQueue, type Draft, queueOf } from "./draft.ts";
import { prune } from "./retention.ts";

/** Notes a call or recall as the queue's newest. */
export const noteCall = (draft: Draft, queueId: string, id: TicketId): void => {
  const before = queueOf(draft, queueId).recentCalls;
  const after = [id, ...before.filter((other) => other !== id)];
  changeQueue(draft, queueId, { recentCalls: after.slice(0, RECENT_CALLS) });
  prune(draft, after.slice(RECENT_CALLS));
};

/** The call no longer stands. */
export const forgetCall = (draft: Draft, queueId: string, id: TicketId): void => {
  const before = queueOf(draft, queueId).recentCalls;
  if (before.includes(id))
    changeQueue(draft, queueId, { recentCalls: before.filter((other) => other !== id) });
};
