import type { Amendment } from "../../shops/amendment.ts";
import type { Command } from "@callnext/core";
import type { FastifyRequest } from "fastify";
import { type Done, runCommand } from "../../commands/run-command.ts";
import type { Submission } from "../../shops/shop-runtime.ts";
import { actingFor } from "./acting.ts";
import type { Context } from "./context.ts";
import { idempotencyClaim } from "./idempotency.ts";

/** Runs a command for the member of staff, or the program, that the route's gate let in. */
export async function staffCommand(
  request: FastifyRequest,
  context: Context,
  shopId: number,
  command: Command | Amendment,
  more: { readonly person?: NonNullable<Submission["person"]>; readonly ref?: string } = {},
): Promise<Done> {
  const { by, claimant } = actingFor(request);
  const idempotency = idempotencyClaim(request, context, claimant);
  return await runCommand(context, {
    shopId,
    by,
    command,
    ...more,
    ...(idempotency === undefined ? {} : { idempotency }),
  });
}
