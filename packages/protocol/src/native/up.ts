import { z } from "zod";
import type { UpFrame } from "./frames.ts";
import { ping } from "./ping.ts";
import { seen } from "./seen.ts";
import { subscribe } from "./subscribe.ts";
import { unsubscribe } from "./unsubscribe.ts";

/** Client → server. Keys that are not in the schema are dropped. */
export const upFrame = z.discriminatedUnion("type", [
  subscribe,
  unsubscribe,
  seen,
  ping,
]) satisfies z.ZodType<UpFrame>;
