import { z } from "zod";
import { topicName } from "./topic-name.ts";

export const unsubscribe = z.object({ type: z.literal("unsubscribe"), topic: topicName });
