import { z } from "zod";
import { delta } from "./delta.ts";
import { error } from "./error.ts";
import type { DownFrame } from "./frames.ts";
import { heartbeat } from "./heartbeat.ts";
import { hello } from "./hello.ts";
import { pong } from "./pong.ts";
import { refused } from "./refused.ts";
import { snapshot } from "./snapshot.ts";

/** Server → client. */
export const downFrame = z.discriminatedUnion("type", [
  hello,
  snapshot,
  delta,
  heartbeat,
  pong,
  refused,
  error,
]) satisfies z.ZodType<DownFrame>;
