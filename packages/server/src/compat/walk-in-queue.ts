import type { Queue, ShopState } from "@callnext/core";

/**
 * Where somebody joins who names a service or none: these pages know one queue per shop. The first that serves it, an
 * open one before others; undefined: the shop has no queue.
 */
export function walkInQueue(state: ShopState, serviceId: number | null): Queue | undefined {
  const queues = [...state.queues.values()]
    .filter(({ archived }) => !archived)
    .toSorted((a, b) => fitness(a, serviceId) - fitness(b, serviceId) || a.rank - b.rank);
  return queues[0];
}

/** Least is best. */
function fitness({ serviceIds, status }: Queue, serviceId: number | null): number {
  const serves = serviceId === null || serviceIds.includes(serviceId);
  const servesAll = serviceIds.length === 0;
  const kind = serves ? 0 : servesAll ? 1 : 2;
  return kind * 2 + (status === "open" ? 0 : 1);
}
