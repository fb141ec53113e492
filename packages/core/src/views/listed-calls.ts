import type { ShopState } from "../queue/shop.ts";
import type { Ticket } from "../queue/ticket.ts";

/** Many boards hold ten calls; the second document's own page keeps no more. */
export const MOST_LISTED_CALLS = 10;

/**
 * The calls of these queues that still stand or came to an end, newest first. A ticket that went back
 * to waiting is not among them, and one that was transferred stands under its present queue only.
 */
export const listedCalls = (state: ShopState, queueIds: readonly string[]): readonly Ticket[] => {
  const calls = [...new Set(queueIds)].flatMap((queueId) => {
    const queue = state.queues.get(queueId);
    return (queue?.recentCalls ?? []).flatMap((id, index) => {
      const ticket = state.tickets.get(id);
      const isListed = ticket !== undefined && ticket.queueId === queueId && ticket.status !== "waiting";
      return isListed ? [{ ticket, rank: queue?.rank ?? 0, index }] : [];
    });
  });
  return calls
    .toSorted(
      (a, b) => (b.ticket.calledAt ?? 0) - (a.ticket.calledAt ?? 0) || a.rank - b.rank || a.index - b.index,
    )
    .map(({ ticket }) => ticket);
};
