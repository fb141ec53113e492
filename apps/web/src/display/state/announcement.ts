import type { DisplayTicket } from "@callnext/protocol";
import type { BoardFacts } from "./board-facts.ts";

/** One call or recall to be chimed and flashed. `key` names it for ever: calls of a ticket only grow. */
export interface Announcement {
  readonly key: string;
  readonly ticket: DisplayTicket;
}

/** Keys remembered: far more than a board can show, so that none comes back. */
export const REMEMBERED = 400;

export const keyOf = (ticket: DisplayTicket): string => `${ticket.id}:${ticket.calls}`;

const stillCalls = (ticket: DisplayTicket): boolean =>
  ticket.status === "appele" || ticket.status === "en_service";

/** What a board had before, as far as it decides what is news. */
export interface Heard {
  readonly keys: readonly string[];
  /** Time of the newest call ever seen, ms since the epoch. */
  readonly newestCallAt: number;
  readonly queueIds: readonly string[];
}

/**
 * Calls in these facts that were never heard of before, oldest first. Not news: an older call that moves up into the ten
 * because a newer one was retracted, and the calls of a queue that this board has only now begun to show.
 */
export function unheard(facts: BoardFacts, heard: Heard): readonly Announcement[] {
  return facts.tickets
    .filter((ticket) => stillCalls(ticket) && heard.keys.indexOf(keyOf(ticket)) < 0)
    .filter((ticket) => callAt(ticket) >= heard.newestCallAt && heard.queueIds.indexOf(ticket.queue_id) >= 0)
    .map((ticket) => ({ key: keyOf(ticket), ticket }))
    .reverse();
}

const callAt = (ticket: DisplayTicket): number =>
  ticket.called_at === null ? 0 : Date.parse(ticket.called_at) || 0;

export function newestCall(facts: BoardFacts): number {
  return facts.tickets.reduce((newest, ticket) => Math.max(newest, callAt(ticket)), 0);
}

/** Everything in these facts counts as heard, announced or not. */
export function remember(facts: BoardFacts, heard: readonly string[]): readonly string[] {
  const fresh = facts.tickets.map(keyOf).filter((key) => heard.indexOf(key) < 0);
  return fresh.length === 0 ? heard : heard.concat(fresh).slice(-REMEMBERED);
}

/** A call retracted, answered by a newer recall, or over while it waited its turn is not announced any more. */
export function stillDue(pending: readonly Announcement[], facts: BoardFacts): readonly Announcement[] {
  const due = pending.filter(({ key }) =>
    facts.tickets.some((ticket) => stillCalls(ticket) && keyOf(ticket) === key),
  );
  return due.length === pending.length ? pending : due;
}
