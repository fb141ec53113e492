import { KEPT_NO_SHOWS } from "../shop.ts";
import type { Ticket, TicketId } from "../ticket.ts";
import type { ServiceDay } from "../time.ts";
import { isOpenTicket } from "../ticket-status.ts";
import type { Draft } from "./draft.ts";

const newestFirst = (a: Ticket, b: Ticket): number =>
  (b.endedAt ?? 0) - (a.endedAt ?? 0) || b.entry - a.entry;

/** The no-shows of a service day that stay in the state, newest first. */
export const keptNoShows = (tickets: Iterable<Ticket>, day: ServiceDay): readonly Ticket[] =>
  [...tickets]
    .filter((ticket) => ticket.status === "no_show" && ticket.serviceDay === day)
    .toSorted(newestFirst)
    .slice(0, KEPT_NO_SHOWS);

const isOnBoard = (draft: Draft, ticket: Ticket): boolean =>
  draft.queues.get(ticket.queueId)?.recentCalls.includes(ticket.id) === true;

/** Lets go of those of these tickets that have ended, are on no board and are no kept no-shows. */
export const prune = (draft: Draft, ids: Iterable<TicketId>): void => {
  let kept: ReadonlySet<Ticket> | undefined;
  for (const id of ids) {
    const ticket = draft.tickets.get(id);
    if (ticket === undefined || isOpenTicket(ticket) || isOnBoard(draft, ticket)) continue;
    if (ticket.status === "no_show") {
      kept ??= new Set(keptNoShows(draft.tickets.values(), draft.serviceDay));
      if (kept.has(ticket)) continue;
    }
    draft.tickets.delete(id);
  }
};
