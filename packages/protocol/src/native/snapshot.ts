import { z } from "zod";
import { topicName } from "./topic-name.ts";

export const snapshot = z.object({
  type: z.literal("snapshot"),
  topic: topicName,
  epoch: z.string().min(1),
  to: z.int().nonnegative(),
  view: z.record(z.string(), z.record(z.string(), z.unknown())),
});
