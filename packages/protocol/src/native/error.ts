import { z } from "zod";

/** About the connection or a frame that was not understood, not about a topic. */
export const error = z.object({ type: z.literal("error"), code: z.string(), message: z.string() });
