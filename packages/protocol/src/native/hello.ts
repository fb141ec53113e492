import { z } from "zod";

/** The first frame of every connection. `version` tells what the server understands; none before 1.1. */
export const hello = z.object({
  type: z.literal("hello"),
  time: z.iso.datetime(),
  version: z.exactOptional(z.string()),
});
