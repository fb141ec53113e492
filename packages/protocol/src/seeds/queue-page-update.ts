import { z } from "zod";
import { appointment } from "./appointment-update.ts";
import { queueItem } from "./queue-item.ts";
import { queueUpdate } from "./queue-update.ts";

/** `queue_update` as the path without the trailing slash carries it. */
export const queuePageUpdate = queueUpdate.extend({
  appointments: z.array(appointment),
  completed_items: z.array(queueItem),
  shop_id: z.int(),
  shop_name: z.string(),
  business_id: z.int(),
  business_name: z.string(),
  current_time: z.iso.datetime(),
  queue: z.array(
    z.looseObject({
      name: z.string(),
      type: z.string(),
      service: z.nullable(z.string()),
      position: z.int(),
      estimated_duration: z.nullable(z.number()),
      number_of_people: z.int(),
      calculated_position: z.int(),
      appointment_time: z.nullable(z.iso.datetime()),
    }),
  ),
});
