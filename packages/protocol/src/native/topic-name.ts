import { z } from "zod";

/** Whether such a topic exists is another question, answered by `refused`. */
export const topicName = z.string().min(1).max(100);
