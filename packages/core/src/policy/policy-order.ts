import type { Policy, RatioTurn } from "../queue/queue.ts";
import type { Priority, Ticket } from "../queue/ticket.ts";
import { bySeniority, byUrgency } from "./by-seniority.ts";
import { Row } from "./row.ts";
import { isOrdinaryTurn } from "./turn.ts";

const MINUTE = 60_000;

/** Whom the policy wants next of those who do not stand in the line yet. */
export interface PolicyOrder {
  /** At a 0-based slot of the line. */
  readonly firstAt: (slot: number) => Ticket | undefined;
  readonly take: (ticket: Ticket) => void;
}

const inOrder = (tickets: readonly Ticket[]): PolicyOrder => {
  const row = new Row(tickets);
  return { firstAt: () => row.first, take: (ticket) => row.take(ticket) };
};

/** Sorting by a moment fixed when the ticket joined keeps the order independent of the clock. */
const byMoment = (tickets: readonly Ticket[], minutesOf: (priority: Priority) => number): PolicyOrder =>
  inOrder(
    tickets.toSorted(
      (a, b) =>
        a.joinedAt + minutesOf(a.priority) * MINUTE - (b.joinedAt + minutesOf(b.priority) * MINUTE) ||
        a.entry - b.entry,
    ),
  );

const byRatio = (
  tickets: readonly Ticket[],
  policy: Extract<Policy, { kind: "ratio" }>,
  turn: RatioTurn,
): PolicyOrder => {
  const ordinary = new Row(tickets.filter((ticket) => ticket.priority === 0).toSorted(bySeniority));
  const priority = new Row(tickets.filter((ticket) => ticket.priority > 0).toSorted(byUrgency));
  return {
    // A class with nobody waiting gives its turn away.
    firstAt: (slot) =>
      isOrdinaryTurn(policy, turn, slot)
        ? (ordinary.first ?? priority.first)
        : (priority.first ?? ordinary.first),
    take: (ticket) => (ticket.priority === 0 ? ordinary : priority).take(ticket),
  };
};

export const policyOrder = (tickets: readonly Ticket[], policy: Policy, turn: RatioTurn): PolicyOrder => {
  switch (policy.kind) {
    case "fifo":
      return inOrder(tickets.toSorted(bySeniority));
    case "priority": {
      const headStart = [0, ...policy.headStartMinutes] as const;
      return byMoment(tickets, (priority) => -headStart[priority]);
    }
    case "service-level":
      return byMoment(tickets, (priority) => policy.targetMinutes[priority]);
    case "ratio":
      return byRatio(tickets, policy, turn);
  }
};
