import { z } from "zod";
import { boardId } from "./board-id.ts";
import { cursor } from "./cursor.ts";
import { topicName } from "./topic-name.ts";

export const subscribe = z.object({
  type: z.literal("subscribe"),
  topic: topicName,
  have: z.exactOptional(cursor),
  board: z.exactOptional(boardId),
});
