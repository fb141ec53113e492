import type { EventOf } from "../event-of.ts";
import type { Ticket } from "../ticket.ts";
import type { Instant } from "../time.ts";
import { changeQueue, type Draft, putTicket, queueOf } from "./draft.ts";
import { joinLine } from "./line.ts";

/** Early arrival is not waiting; late arrival is due at once. */
const bookedPart = (
  { id, dueAt, staffId }: NonNullable<EventOf<"ticket-issued">["appointment"]>,
  at: Instant,
): Partial<Ticket> => ({
  appointmentId: id,
  dueAt,
  ...(dueAt <= at ? { due: true } : { issuedAt: at }),
  ...(staffId === null ? {} : { wantedStaffId: staffId }),
});

export const applyTicketIssued = (draft: Draft, event: EventOf<"ticket-issued">): void => {
  const queue = queueOf(draft, event.queueId);
  if (event.sequence !== queue.lastSequence + 1)
    throw new Error(`Event ${event.seq} gives number ${event.sequence} after ${queue.lastSequence}.`);
  changeQueue(draft, queue.id, { lastSequence: event.sequence });
  putTicket(draft, {
    id: event.ticketId,
    entry: event.seq,
    number: event.number,
    sequence: event.sequence,
    serviceDay: draft.serviceDay,
    issuedQueueId: event.queueId,
    queueId: event.queueId,
    serviceId: event.serviceId,
    priority: event.priority,
    partySize: event.partySize,
    locale: event.locale,
    joinedBy: event.by.kind,
    status: "waiting",
    outcome: null,
    joinedAt: Math.max(event.at, event.appointment?.dueAt ?? event.at),
    calledAt: null,
    startedAt: null,
    endedAt: null,
    heldAt: null,
    heldMs: 0,
    updatedAt: event.at,
    counterId: null,
    agentId: null,
    calls: 0,
    place: null,
    presentAt: null,
    ...(event.appointment === undefined ? {} : bookedPart(event.appointment, event.at)),
  });
  joinLine(draft, event.ticketId);
};
