import { z } from "zod";

export const pong = z.object({ type: z.literal("pong"), time: z.iso.datetime() });
