import { z } from "zod";
import { topicName } from "./topic-name.ts";

/** Why a topic gives nothing. `display-inactive`, `display-without-queues` and `tenant-suspended` end by themselves with a snapshot. */
export const REFUSED_CODES = [
  "unknown-topic",
  "unauthenticated",
  "not-found",
  "display-unknown",
  "display-inactive",
  "display-without-queues",
  "display-not-public",
  "tenant-suspended",
  "too-many-topics",
  "too-many-sockets",
  "unavailable",
] as const;

export type RefusedCode = (typeof REFUSED_CODES)[number];

export const refused = z.object({
  type: z.literal("refused"),
  topic: topicName,
  code: z.string(),
  message: z.string(),
});
