import { isOpenTicket, type QueueItem, queueItem, queueItems, queueWaits, type Ticket } from "@callnext/core";
import type { Person, ShopSnapshot } from "../../shops/shop-runtime.ts";
import { isServing } from "./employees-on-page.ts";
import { NO_PRICE } from "./services-on-page.ts";

const NOT_MASKED = { masked: false } as const;

/** Every open ticket, as staff see them. */
export function itemsForStaff(snapshot: ShopSnapshot) {
  return queueItems(snapshot, NOT_MASKED).map((item) => furnished(item, snapshot));
}

/** One ticket, ended or not; `person` for one that the snapshot has let go of. */
export function itemForStaff(snapshot: ShopSnapshot, ticket: Ticket, person?: Person) {
  return furnished(currentItem(snapshot, ticket, person), snapshot);
}

/** One visitor's own place, with their wait in whole minutes. */
export function waitingItem(snapshot: ShopSnapshot, ticket: Ticket) {
  const item = itemForStaff(snapshot, ticket);
  return {
    ...item,
    estimated_wait_time: waitMinutes(snapshot, ticket),
    barber_name: item.barber?.full_name ?? null,
    employee_name: item.employee?.full_name ?? null,
    service_name: item.service?.name ?? null,
  };
}

function currentItem(snapshot: ShopSnapshot, ticket: Ticket, person: Person | undefined): QueueItem {
  if (snapshot.state.tickets.has(ticket.id) && isOpenTicket(ticket)) {
    const listed = queueItems(snapshot, NOT_MASKED).find(({ ticket_id: id }) => id === ticket.id);
    if (listed !== undefined) return listed;
  }
  const people =
    person === undefined || snapshot.people.has(ticket.id)
      ? snapshot.people
      : new Map([...snapshot.people, [ticket.id, person] as const]);
  return queueItem({ ...snapshot, people }, ticket, { position: 0, expectedAt: null }, NOT_MASKED);
}

function waitMinutes(snapshot: ShopSnapshot, ticket: Ticket): number {
  const queue = snapshot.state.queues.get(ticket.queueId);
  const place = queue?.line.indexOf(ticket.id) ?? -1;
  return queue === undefined || place < 0 ? 0 : (queueWaits(snapshot, queue)[place]?.[0] ?? 0);
}

/** With what the pages show beside it: whether the barber is free, and a price. */
function furnished(item: QueueItem, { state }: ShopSnapshot) {
  const barber =
    item.barber === null
      ? null
      : { ...item.barber, status: isServing(state, item.barber.id) ? "in_service" : "available" };
  const service = item.service === null ? null : { ...item.service, price: NO_PRICE };
  return { ...item, barber, employee: barber, service };
}
