import { z } from "zod";
import { cursor } from "./cursor.ts";
import type { Proof } from "./frames.ts";

export const proof = cursor.extend({
  age_ms: z.exactOptional(z.int().nonnegative()),
}) satisfies z.ZodType<Proof>;
