import { isoTime, type ShopEvent, type Ticket, type TicketId } from "@callnext/core";
import type { webhookBodies } from "@callnext/protocol";

export interface Told {
  readonly epoch: string;
  readonly tenant: string;
  readonly shopId: number;
  readonly tickets: ReadonlyMap<TicketId, Ticket>;
}

/** Ids of tickets, appointments, queues and counters; of nobody. */
export function eventToSend(
  event: ShopEvent,
  told: Told,
): Omit<webhookBodies.WebhookEvent, "type"> & { type: string } {
  const ticketId = "ticketId" in event ? event.ticketId : null;
  const ticket = ticketId === null ? undefined : told.tickets.get(ticketId);
  return {
    id: `${told.epoch}:${told.shopId}:${event.seq}`,
    type: event.type,
    at: isoTime(event.at),
    tenant: told.tenant,
    shop_id: told.shopId,
    seq: event.seq,
    ticket: ticket === undefined ? null : { id: ticket.id, number: ticket.number, queue_id: ticket.queueId },
    appointment: appointmentOf(event),
    queue: event.type === "queue-status-changed" ? { id: event.queueId, status: event.status } : null,
    counter_id: "counterId" in event ? event.counterId : null,
  };
}

/** As the event tells it: a repeated delivery says the same, whatever has become of the appointment since. */
function appointmentOf(event: ShopEvent): webhookBodies.WebhookEvent["appointment"] {
  if (!("appointmentId" in event)) return null;
  const isSlot = "start" in event;
  return {
    id: event.appointmentId,
    start: isSlot ? isoTime(event.start) : null,
    end: isSlot ? isoTime(event.end) : null,
    service_id: isSlot ? event.serviceId : null,
    provider_id: isSlot ? event.providerId : null,
  };
}
