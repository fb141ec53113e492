import { type Policy, type RatioTurn, USUAL_WALK_INS_AHEAD } from "../queue/queue.ts";
import type { Ticket, TicketId } from "../queue/ticket.ts";
import { DueTickets } from "./due-tickets.ts";
import { policyOrder } from "./policy-order.ts";

const byPlace = (a: Ticket, b: Ticket): number => (a.place ?? 0) - (b.place ?? 0) || a.entry - b.entry;

/**
 * The calling order of those who wait: a function of the tickets, the policy, the turn and `walkInsAhead` alone.
 * Tickets placed by hand stand at their `place`. The others follow the policy, until as many of them as may be stand
 * before an appointment that is due: then the due ones come, the earliest booked first. The slots that hands filled
 * count as turns too, so that the line behind a call is the line of before without its head.
 */
export const arrange = (
  waiting: readonly Ticket[],
  policy: Policy,
  turn: RatioTurn,
  walkInsAhead: number | null = USUAL_WALK_INS_AHEAD,
): TicketId[] => {
  const placed = waiting.filter((ticket) => ticket.place !== null).toSorted(byPlace);
  const free = placed.length === 0 ? waiting : waiting.filter((ticket) => ticket.place === null);
  const order = policyOrder(free, policy, turn);
  const due = new DueTickets(free, walkInsAhead);
  const freeAt = (slot: number): Ticket | undefined => {
    const wanted = order.firstAt(slot);
    return wanted?.due === true || due.isPressing ? (due.first ?? wanted) : wanted;
  };
  const line: TicketId[] = [];
  let placedTaken = 0;
  while (line.length < waiting.length) {
    const candidate = placed[placedTaken];
    const isItsPlace = candidate !== undefined && (candidate.place ?? 0) <= line.length + 1;
    const next = isItsPlace ? candidate : (freeAt(line.length) ?? candidate);
    if (next === undefined) throw new Error("A line ran out of tickets before all of them stood in it.");
    if (next === candidate) placedTaken += 1;
    else order.take(next);
    due.noteStanding(next);
    line.push(next.id);
  }
  return line;
};
