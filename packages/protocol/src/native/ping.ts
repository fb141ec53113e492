import { z } from "zod";

export const ping = z.object({ type: z.literal("ping") });
