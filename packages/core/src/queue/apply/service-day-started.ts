import { dropEndedAppointments } from "../../appointments/apply/drop-ended.ts";
import type { EventOf } from "../event-of.ts";
import { isOpenTicket, isWithinGrace } from "../ticket-status.ts";
import { changeQueue, type Draft, ticketOf } from "./draft.ts";
import { prune } from "./retention.ts";

/** Numbers begin anew above those still open, and the boards let go of yesterday's ended calls. */
export const applyServiceDayStarted = (draft: Draft, event: EventOf<"service-day-started">): void => {
  draft.serviceDay = event.day;
  const highestOpen = new Map<string, number>();
  for (const ticket of draft.tickets.values()) {
    if (!isOpenTicket(ticket)) continue;
    const known = highestOpen.get(ticket.issuedQueueId) ?? 0;
    highestOpen.set(ticket.issuedQueueId, Math.max(known, ticket.sequence));
  }
  const staysOnBoard = (id: string): boolean => {
    const ticket = ticketOf(draft, id);
    return isOpenTicket(ticket) || isWithinGrace(ticket, draft.shop.graceMinutes, event.at);
  };
  for (const queue of draft.queues.values()) {
    changeQueue(draft, queue.id, {
      lastSequence: highestOpen.get(queue.id) ?? 0,
      recentCalls: queue.recentCalls.filter(staysOnBoard),
    });
  }
  prune(draft, [...draft.tickets.keys()]);
  dropEndedAppointments(draft);
};
