import { z } from "zod";
import { topicName } from "./topic-name.ts";

/** Both records may be empty: nothing this audience sees changed between `from` and `to`. */
export const delta = z.object({
  type: z.literal("delta"),
  topic: topicName,
  epoch: z.string().min(1),
  from: z.int().nonnegative(),
  to: z.int().nonnegative(),
  set: z.record(z.string(), z.record(z.string(), z.unknown())),
  unset: z.record(z.string(), z.array(z.string())),
});
