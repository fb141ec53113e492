import {
  isoTime,
  isoTimeOrNull,
  queueWaits,
  smartQueueStatus,
  type Ticket,
  type WaitRange,
} from "@callnext/core";
import type { publicBodies } from "@callnext/protocol";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";

/** What the holder of a ticket's address may know: numbers and times, nobody's name. */
export function publicTicket(
  ticket: Ticket,
  snapshot: ShopSnapshot,
  canLeave: boolean,
): publicBodies.PublicTicket {
  const { shop } = snapshot.state;
  const place = placeOf(ticket, snapshot);
  const counter = ticket.counterId === null ? undefined : snapshot.state.counters.get(ticket.counterId);
  return {
    ...basics(ticket, snapshot, place),
    called_at: isoTimeOrNull(ticket.calledAt),
    started_at: isoTimeOrNull(ticket.startedAt),
    ended_at: isoTimeOrNull(ticket.endedAt),
    updated_at: isoTime(ticket.updatedAt),
    number: ticket.number,
    native_status: ticket.status,
    shop_id: shop.id,
    shop_slug: shop.slug,
    shop_name: shop.name,
    tenant_slug: snapshot.tenant.slug,
    ahead: place.position === null ? null : place.position - 1,
    wait: place.wait === null ? null : { p10: place.wait[2], p50: place.wait[0], p90: place.wait[1] },
    counter: counter?.label ?? null,
    calls: ticket.calls,
    outcome: ticket.outcome,
    locale: ticket.locale,
    can_leave: canLeave,
    seq: snapshot.state.seq,
    epoch: snapshot.epoch,
  };
}

/** The part that the second document shows. */
export function basics(ticket: Ticket, snapshot: ShopSnapshot, place: Place) {
  const { state } = snapshot;
  const queue = state.queues.get(ticket.queueId);
  return {
    ticket_id: ticket.id,
    ticket_number: ticket.number,
    queue_id: ticket.queueId,
    queue_name: queue?.name ?? "",
    service_name: serviceName(ticket.serviceId ?? queue?.serviceIds[0], snapshot) ?? queue?.name ?? "",
    status: smartQueueStatus(ticket.status),
    position: place.position,
    eta_seconds: place.wait === null ? null : place.wait[0] * 60,
    created_at: isoTime(ticket.issuedAt ?? ticket.joinedAt),
  };
}

export interface Place {
  readonly position: number | null;
  readonly wait: WaitRange | null;
}

export function placeOf(ticket: Ticket, snapshot: ShopSnapshot): Place {
  const index = snapshot.state.queues.get(ticket.queueId)?.line.indexOf(ticket.id) ?? -1;
  return placeAt(index < 0 ? null : index + 1, ticket.queueId, snapshot);
}

/** A place of the line with its wait in whole minutes, by what the snapshot's queue has measured. */
export function placeAt(position: number | null, queueId: string, snapshot: ShopSnapshot): Place {
  const queue = snapshot.state.queues.get(queueId);
  if (position === null || queue === undefined) return { position, wait: null };
  const waits = queueWaits(snapshot, queue);
  // A place given at a commit may lie behind the end of what is the line by now.
  return { position, wait: waits[position - 1] ?? waits.at(-1) ?? null };
}

function serviceName(serviceId: number | undefined, { state }: ShopSnapshot): string | undefined {
  return serviceId === undefined ? undefined : state.services.get(serviceId)?.name;
}
