import type { Amendment } from "../../shops/amendment.ts";
import type { Actor, Command } from "@callnext/core";
import type { FastifyRequest } from "fastify";
import { type Done, runCommand } from "../../commands/run-command.ts";
import type { Person } from "../../shops/shop-runtime.ts";
import { accessOf } from "./gate.ts";
import type { Context } from "./context.ts";
import { idempotencyClaim } from "./idempotency.ts";

/** Runs a command for the member of staff whom the route's gate let in. */
export async function staffCommand(
  request: FastifyRequest,
  context: Context,
  shopId: number,
  command: Command | Amendment,
  more: { readonly person?: Person; readonly ref?: string } = {},
): Promise<Done> {
  const { staffId } = accessOf(request).membership;
  const by: Actor = { kind: "staff", id: staffId };
  const idempotency = idempotencyClaim(request, context, `staff:${staffId}`);
  return await runCommand(context, {
    shopId,
    by,
    command,
    ...more,
    ...(idempotency === undefined ? {} : { idempotency }),
  });
}
