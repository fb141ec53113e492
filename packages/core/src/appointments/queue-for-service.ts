import type { Queue } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";

/** Where visitors wait for a service: the first queue in use, by rank, that lists it; else the first that lists none. */
export const queueForService = (
  { queues }: Pick<ShopState, "queues">,
  serviceId: number,
): Queue | undefined => {
  const inUse = [...queues.values()]
    .filter((queue) => !queue.archived)
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return (
    inUse.find((queue) => queue.serviceIds.includes(serviceId)) ??
    inUse.find((queue) => queue.serviceIds.length === 0)
  );
};
