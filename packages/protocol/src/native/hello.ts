import { z } from "zod";

/** The first frame of every connection. */
export const hello = z.object({ type: z.literal("hello"), time: z.iso.datetime() });
