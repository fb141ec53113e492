import { isoTime, type ShopEvent, type Ticket, type TicketId } from "@callnext/core";
import type { webhookBodies } from "@callnext/protocol";

export interface Told {
  readonly epoch: string;
  readonly tenant: string;
  readonly shopId: number;
  readonly tickets: ReadonlyMap<TicketId, Ticket>;
}

/** Names of tickets, queues and counters; of nobody. */
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
    queue: event.type === "queue-status-changed" ? { id: event.queueId, status: event.status } : null,
    counter_id: "counterId" in event ? event.counterId : null,
  };
}
