import { z } from "zod";
import { topicName } from "./topic-name.ts";

/** Why a topic gives nothing. `display-inactive` and `display-without-queues` end by themselves with a snapshot. */
export const REFUSED_CODES = [
  "unknown-topic",
  "unauthenticated",
  "not-found",
  "display-unknown",
  "display-inactive",
  "display-without-queues",
  "too-many-topics",
  "unavailable",
] as const;

export type RefusedCode = (typeof REFUSED_CODES)[number];

export const refused = z.object({
  type: z.literal("refused"),
  topic: topicName,
  code: z.string(),
  message: z.string(),
});
