import type { Policy, RatioTurn } from "../queue/queue.ts";
import type { Priority, Ticket } from "../queue/ticket.ts";
import { bySeniority, byUrgency } from "./by-seniority.ts";
import { isOrdinaryTurn } from "./turn.ts";

const MINUTE = 60_000;

/** Gives the ticket that the policy wants at a 0-based slot of the line; each call takes one out. */
export type TakeNext = (slot: number) => Ticket | undefined;

const inOrder = (tickets: readonly Ticket[]): TakeNext => {
  let taken = 0;
  return () => tickets[taken++];
};

/** Sorting by a moment fixed when the ticket joined keeps the order independent of the clock. */
const byMoment = (tickets: readonly Ticket[], minutesOf: (priority: Priority) => number): TakeNext =>
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
): TakeNext => {
  const ordinary = tickets.filter((ticket) => ticket.priority === 0).toSorted(bySeniority);
  const priority = tickets.filter((ticket) => ticket.priority > 0).toSorted(byUrgency);
  let ordinaryTaken = 0;
  let priorityTaken = 0;
  return (slot) => {
    const ordinaryLeft = ordinaryTaken < ordinary.length;
    const priorityLeft = priorityTaken < priority.length;
    // A class with nobody waiting gives its turn away.
    const takesOrdinary = isOrdinaryTurn(policy, turn, slot) ? ordinaryLeft : !priorityLeft;
    return takesOrdinary ? ordinary[ordinaryTaken++] : priority[priorityTaken++];
  };
};

export const policyOrder = (tickets: readonly Ticket[], policy: Policy, turn: RatioTurn): TakeNext => {
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
