import { isOpenAt, type Queue } from "@callnext/core";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";

const UNKNOWN_SERVICE_SECONDS = 600;

/** One line of the second document's queue list. */
export function publicQueueInfo(queue: Queue, { state }: ShopSnapshot, now: number) {
  const { shop } = state;
  const open = isOpenAt(shop.openingHours, shop.timeZone, now);
  return {
    id: queue.id,
    name: queue.name,
    service: state.services.get(queue.serviceIds[0] ?? 0)?.name ?? queue.name,
    site: shop.name,
    algorithm: queue.policy.kind,
    waiting_count: queue.line.length,
    estimated_service_seconds: serviceSeconds(queue, state.services),
    max_capacity: queue.capacity,
    status: open ? queue.status : "closed",
  } as const;
}

/** Measured where services ended lately, else what the administrator set. */
function serviceSeconds(queue: Queue, services: ShopSnapshot["state"]["services"]): number {
  const measured = queue.recentServices.map(({ seconds }) => seconds);
  if (measured.length > 0) return mean(measured);
  const durations = queue.serviceIds.flatMap((id) => services.get(id)?.durationMinutes ?? []);
  return durations.length === 0 ? UNKNOWN_SERVICE_SECONDS : mean(durations.map((minutes) => minutes * 60));
}

function mean(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
