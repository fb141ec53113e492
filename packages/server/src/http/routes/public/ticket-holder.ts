import type { FastifyRequest } from "fastify";
import { membershipsOf } from "../../../people/caller.ts";
import type { Place } from "../../../people/directory.ts";
import { membershipsSeeing } from "../../../people/memberships-seeing.ts";
import { membershipFor } from "../../../people/rights-in-shop.ts";
import { type Acting, actingBy } from "../../core/acting.ts";
import type { Context } from "../../core/context.ts";
import { callerOf } from "../../core/gate.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { holdsTicket } from "../../core/ticket-cookie.ts";

/** In whose name the request may act on this ticket: its visitor's, or that of the shop's staff or programs. */
export async function ticketHolder(
  request: FastifyRequest,
  context: Context,
  place: Place,
  ticketId: string,
): Promise<Acting> {
  if (holdsTicket(request, context, ticketId))
    return { by: { kind: "visitor" }, claimant: `ticket:${ticketId}` };
  const caller = await callerOf(request, context);
  if (caller === null) throw new ProblemError("not-your-ticket");
  const seeing = await membershipsSeeing(context.directory, membershipsOf(caller), place.shopId);
  const membership = membershipFor(seeing, place, "serve-visitors");
  if (membership === undefined) throw new ProblemError("not-your-ticket");
  return actingBy({ caller, membership });
}
