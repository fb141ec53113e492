import { isOpenTicket, type ShopState, type Ticket, type TicketId } from "@callnext/core";
import { ticketOfEntry } from "../ticket-of-entry.ts";
import type { Naming } from "../namings.ts";

export interface MovedEntry {
  readonly queue_id: number;
  readonly new_position: number;
}

export interface Placing {
  readonly type: "place-ticket";
  readonly queueId: string;
  readonly ticketId: TicketId;
  readonly place: number;
  readonly seenSeq: null;
}

/**
 * The moves that bring these items to these places, each counted in the item's own queue. What stands at its place
 * when its turn comes is not moved; neither is who was called already, unless nothing else is asked for.
 */
export function newOrder(
  state: ShopState,
  entries: readonly MovedEntry[],
  counts: Naming["counts"],
): readonly Placing[] | "not-waiting" {
  const known = entries.map((entry) => ({ ticket: ticketOfEntry(state, entry.queue_id), entry }));
  const waiting = known.filter(({ ticket }) => ticket.status === "waiting");
  if (waiting.length === 0) return "not-waiting";
  const lines = new Map<string, TicketId[]>();
  const moves: Placing[] = [];
  for (const { ticket, entry } of waiting.toSorted((a, b) => a.entry.new_position - b.entry.new_position)) {
    const { queueId, id: ticketId } = ticket;
    const line = lines.get(queueId) ?? [...(state.queues.get(queueId)?.line ?? [])];
    lines.set(queueId, line);
    const ahead = counts === "open" ? calledOf(state, ticket) : 0;
    const place = Math.min(Math.max(1, entry.new_position - ahead), line.length);
    const before = line.indexOf(ticketId);
    if (before === place - 1) continue;
    line.splice(before, 1);
    line.splice(place - 1, 0, ticketId);
    moves.push({ type: "place-ticket", queueId, ticketId, place, seenSeq: null });
  }
  return moves;
}

/** How many of the queue are listed before its line: those called and not done. */
function calledOf({ tickets }: ShopState, { queueId }: Ticket): number {
  let called = 0;
  for (const ticket of tickets.values())
    if (ticket.queueId === queueId && isOpenTicket(ticket) && ticket.status !== "waiting") called += 1;
  return called;
}
