import type { Queue } from "../queue/queue.ts";
import { queueWaits, type WaitsInput } from "./queue-waits.ts";
import type { QueueOnWire } from "./types.ts";

export const queueOnWire = (input: WaitsInput, queue: Queue): QueueOnWire => ({
  id: queue.id,
  name: queue.name,
  prefix: queue.prefix,
  status: queue.status,
  rank: queue.rank,
  capacity: queue.capacity,
  service_ids: queue.serviceIds,
  waits: queueWaits(input, queue),
  longer_than_usual: input.waits?.(queue.id)?.longerThanUsual ?? false,
});
