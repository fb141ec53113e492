import { z } from "zod";

/** The one message the documents' clients send. */
export const seedPing = z.looseObject({ type: z.literal("ping") });
