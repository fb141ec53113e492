import type { Command, Ticket } from "@callnext/core";
import type { compat } from "@callnext/protocol";

/**
 * The steps of a ticket's life that bring it to what these pages call this status; none where it is there already.
 * Undefined: there is no way from where it stands.
 */
export function stepsToStatus(
  ticket: Pick<Ticket, "id" | "status">,
  wanted: compat.ItemStatus,
  chair: () => string,
): readonly Command[] | undefined {
  const ticketId = ticket.id;
  const start = { type: "start-service", ticketId } as const;
  const complete = { type: "complete-ticket", ticketId } as const;
  const call = () => ({ type: "call-ticket", ticketId, counter: chair() }) as const;
  const resume = { type: "resume-ticket", ticketId, counter: null } as const;
  const ways: Record<compat.ItemStatus, Partial<Record<Ticket["status"], () => readonly Command[]>>> = {
    CHECKED_IN: {
      waiting: () => [],
      called: () => [{ type: "retract-call", ticketId }],
      no_show: () => [{ type: "return-ticket", ticketId }],
    },
    ARRIVED: { waiting: () => [call()], called: () => [] },
    IN_SERVICE: {
      waiting: () => [call(), start],
      called: () => [start],
      serving: () => [],
      on_hold: () => [resume],
    },
    COMPLETED: {
      waiting: () => [call(), start, complete],
      called: () => [start, complete],
      serving: () => [complete],
      on_hold: () => [resume, complete],
      completed: () => [],
    },
    CANCELLED: {
      waiting: () => [{ type: "cancel-ticket", ticketId }],
      called: () => [{ type: "cancel-ticket", ticketId }],
      cancelled: () => [],
      no_show: () => [],
    },
  };
  return ways[wanted][ticket.status]?.();
}
