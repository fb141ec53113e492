import { z } from "zod";
import { eventPlace } from "./event-place.ts";
import { queueItem } from "./queue-item.ts";

/** Every open ticket of the shop, by queue and calling order. */
export const queueUpdate = z.looseObject({
  type: z.literal("queue_update"),
  queue_items: z.array(queueItem),
  ...eventPlace,
});
