import { z } from "zod";
import { queueItem } from "./queue-item.ts";

/** A new visitor. A `queue_update` follows, so a client that appends without checking stays right; hence no seq here. */
export const newEntry = z.looseObject({ type: z.literal("new_entry"), queue_item: queueItem });
