import { z } from "zod";

/** Answer to anything but a ping; repeated, the socket ends with 4400. */
export const seedError = z.looseObject({ type: z.literal("error"), code: z.string(), message: z.string() });
