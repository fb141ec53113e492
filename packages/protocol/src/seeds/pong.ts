import { z } from "zod";

export const seedPong = z.looseObject({ type: z.literal("pong"), timestamp: z.iso.datetime() });
