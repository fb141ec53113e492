import type { Command } from "@callnext/core";
import type { FastifyRequest } from "fastify";
import { type Done, runCommand } from "../commands/run-command.ts";
import { type Acting, actingFor } from "../http/core/acting.ts";
import type { Context } from "../http/core/context.ts";
import { idempotencyClaim } from "../http/core/idempotency.ts";

/**
 * One of the pages' requests can be several commands. Each is done on its own and may be refused on its own; a
 * repeated request with the same key repeats none that was done.
 */
export async function commandSteps(
  request: FastifyRequest,
  context: Context,
  shopId: number,
  commands: readonly Command[],
  acting: Acting = actingFor(request),
): Promise<Done | null> {
  const claim = idempotencyClaim(request, context, acting.claimant);
  let done: Done | null = null;
  for (const [step, command] of commands.entries()) {
    const idempotency = claim === undefined ? undefined : { ...claim, route: `${claim.route} ${step}` };
    done = await runCommand(context, {
      shopId,
      by: acting.by,
      command,
      ...(idempotency === undefined ? {} : { idempotency }),
    });
  }
  return done;
}
