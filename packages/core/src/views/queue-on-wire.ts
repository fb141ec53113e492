import type { Queue } from "../queue/queue.ts";
import type { ShopState } from "../queue/shop.ts";
import { queueWaits } from "./queue-waits.ts";
import type { QueueOnWire } from "./types.ts";

export const queueOnWire = (state: ShopState, queue: Queue): QueueOnWire => ({
  id: queue.id,
  name: queue.name,
  prefix: queue.prefix,
  status: queue.status,
  rank: queue.rank,
  capacity: queue.capacity,
  service_ids: queue.serviceIds,
  waits: queueWaits(state, queue),
});
