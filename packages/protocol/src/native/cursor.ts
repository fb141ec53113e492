import { z } from "zod";
import type { Cursor } from "./frames.ts";

export const cursor = z.object({
  epoch: z.string().min(1).max(100),
  seq: z.int().nonnegative(),
}) satisfies z.ZodType<Cursor>;
