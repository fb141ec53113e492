import { isOpenAt, type Queue, serviceSecondsOf } from "@callnext/core";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { capacityAfterBookings } from "./capacity-after-bookings.ts";

/** One line of the second document's queue list. */
export function publicQueueInfo(queue: Queue, { state }: ShopSnapshot, now: number) {
  const { shop } = state;
  const open = isOpenAt(shop, now);
  return {
    id: queue.id,
    name: queue.name,
    service: state.services.get(queue.serviceIds[0] ?? 0)?.name ?? queue.name,
    site: shop.name,
    algorithm: queue.policy.kind,
    waiting_count: queue.line.length,
    estimated_service_seconds: serviceSecondsOf(state, queue.id),
    max_capacity: queue.capacity,
    ...capacityAfterBookings(queue, state, now),
    status: open ? queue.status : "closed",
  } as const;
}
