import { z } from "zod";
import { cursor } from "./cursor.ts";
import type { SeenFrame } from "./frames.ts";
import { MAX_CALLS_PER_SEEN } from "./limits.ts";
import { topicName } from "./topic-name.ts";

const seenCall = z.object({
  ticket_id: z.uuid(),
  calls: z.int().positive(),
  drawn_at: z.iso.datetime(),
  announced_at: z.iso.datetime().nullable(),
});

/** What a board shows, told after each heartbeat and whenever it has drawn or announced a call. */
export const seen = z.object({
  type: z.literal("seen"),
  topic: topicName,
  sound: z.enum(["on", "blocked", "off"]),
  have: z.exactOptional(cursor),
  calls: z.array(seenCall).max(MAX_CALLS_PER_SEEN),
}) satisfies z.ZodType<SeenFrame>;
