import { z } from "zod";
import { proof } from "./proof.ts";
import { topicName } from "./topic-name.ts";

export const heartbeat = z.object({
  type: z.literal("heartbeat"),
  time: z.iso.datetime(),
  seqs: z.record(topicName, proof),
});
