import { z } from "zod";

/**
 * Where in the shop's stream a frame stands. Of several frames that tell one event only the last has it:
 * a client that comes back with `?epoch&since` would otherwise skip the rest.
 */
export const eventPlace = {
  seq: z.exactOptional(z.int().nonnegative()),
  epoch: z.exactOptional(z.string().min(1)),
};
