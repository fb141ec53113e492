import type { FastifyRequest } from "fastify";
import { ANYONE, type Viewer } from "../../devices/may-watch-display.ts";
import { membershipsOf } from "../../people/caller.ts";
import type { Context } from "./context.ts";
import { callerOf } from "./gate.ts";

/** Who looks, by what the request brings; without valid credentials anyone. */
export async function viewerOf(request: FastifyRequest, context: Context): Promise<Viewer> {
  const caller = await callerOf(request, context);
  if (caller === null) return ANYONE;
  return { memberships: membershipsOf(caller), device: caller.kind === "device" ? caller.device : null };
}
