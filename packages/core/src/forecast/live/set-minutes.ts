import type { Queue } from "../../queue/queue.ts";
import type { ShopState } from "../../queue/shop.ts";

/** What a service of the queue is set to take on average, minutes; 0: nothing is set. */
export const setMinutes = (state: ShopState, queue: Queue): number => {
  let minutes = 0;
  let services = 0;
  for (const { id, archived, durationMinutes } of state.services.values()) {
    if (archived || (queue.serviceIds.length > 0 && !queue.serviceIds.includes(id))) continue;
    minutes += durationMinutes;
    services += 1;
  }
  return services === 0 ? 0 : minutes / services;
};
