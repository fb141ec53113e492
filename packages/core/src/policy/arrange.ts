import type { Policy, RatioTurn } from "../queue/queue.ts";
import type { Ticket, TicketId } from "../queue/ticket.ts";
import { policyOrder } from "./policy-order.ts";

const byPlace = (a: Ticket, b: Ticket): number => (a.place ?? 0) - (b.place ?? 0) || a.entry - b.entry;

/**
 * The calling order of those who wait: a function of the tickets, the policy and the turn alone.
 * Tickets placed by hand stand at their `place`; the policy fills the other slots. The slots that
 * hands filled count as turns too, so that the line behind a call is the line of before without its head.
 */
export const arrange = (waiting: readonly Ticket[], policy: Policy, turn: RatioTurn): TicketId[] => {
  const placed = waiting.filter((ticket) => ticket.place !== null).toSorted(byPlace);
  const takeNext = policyOrder(
    placed.length === 0 ? waiting : waiting.filter((ticket) => ticket.place === null),
    policy,
    turn,
  );
  const line: TicketId[] = [];
  let placedTaken = 0;
  while (line.length < waiting.length) {
    const candidate = placed[placedTaken];
    const isDue = candidate !== undefined && (candidate.place ?? 0) <= line.length + 1;
    const next = isDue ? candidate : (takeNext(line.length) ?? candidate);
    if (next === undefined) throw new Error("A line ran out of tickets before all of them stood in it.");
    if (next === candidate) placedTaken += 1;
    line.push(next.id);
  }
  return line;
};
