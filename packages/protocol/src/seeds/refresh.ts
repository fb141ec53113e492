import { z } from "zod";
import { eventPlace } from "./event-place.ts";

/** The board fetches everything anew. */
export const refresh = z.looseObject({
  type: z.literal("refresh"),
  timestamp: z.iso.datetime(),
  ...eventPlace,
});
