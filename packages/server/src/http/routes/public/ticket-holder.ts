import type { Actor } from "@callnext/core";
import type { FastifyRequest } from "fastify";
import { may } from "../../../people/permissions.ts";
import type { Place } from "../../../people/directory.ts";
import type { Context } from "../../core/context.ts";
import { sessionOf } from "../../core/gate.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { holdsTicket } from "../../core/ticket-cookie.ts";

/** In whose name the request may act on this ticket: its visitor's, or that of the shop's staff. */
export async function ticketHolder(
  request: FastifyRequest,
  context: Context,
  place: Place,
  ticketId: string,
): Promise<Actor> {
  if (holdsTicket(request, context, ticketId)) return { kind: "visitor" };
  const session = await sessionOf(request, context);
  const member = session?.memberships.find(
    ({ tenant, role }) => tenant.id === place.tenantId && may(role, "serve-visitors"),
  );
  if (member === undefined) throw new ProblemError("not-your-ticket");
  return { kind: "staff", id: member.staffId };
}
