import { z } from "zod";

export const connection = z.looseObject({
  type: z.literal("connection"),
  status: z.literal("connected"),
  timestamp: z.iso.datetime(),
});
