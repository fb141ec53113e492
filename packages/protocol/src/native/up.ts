import { z } from "zod";
import type { UpFrame } from "./frames.ts";
import { ping } from "./ping.ts";
import { subscribe } from "./subscribe.ts";
import { unsubscribe } from "./unsubscribe.ts";

/** Client → server. Keys that are not in the schema are dropped. */
export const upFrame = z.discriminatedUnion("type", [
  subscribe,
  unsubscribe,
  ping,
]) satisfies z.ZodType<UpFrame>;
