import { publicBodies } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { findTicket } from "../../core/find-ticket.ts";
import { publicPlace, snapshotOf } from "../../core/find-place.ts";
import { addressed, TenantTicket } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { holdsTicket } from "../../core/ticket-cookie.ts";
import { publicTicket } from "../../wire/public-ticket.ts";

export function ticket(app: App, context: Context): void {
  const read = async (request: FastifyRequest, shopId: number, ticketId: string) => {
    const snapshot = await snapshotOf(context, shopId);
    return publicTicket(
      await findTicket(context, snapshot, ticketId),
      snapshot,
      holdsTicket(request, context, ticketId),
    );
  };

  app.route({
    method: "GET",
    url: "/public/tenants/:slug/tickets/:ticketId/",
    schema: {
      operationId: "publicTicket",
      summary: "Where a ticket stands",
      tags: [TAGS.visitors],
      security: [],
      params: TenantTicket,
      response: answers(200, publicBodies.PublicTicket, ["ticket-not-found"]),
    },
    config: {
      authorisation: {
        kind: "public",
        why: "who knows a ticket's id, which cannot be guessed, may see its place",
      },
    },
    async handler(request, reply) {
      const { slug, ticketId } = request.params;
      const { shopId } = await publicPlace(context, slug, "ticket", ticketId);
      void reply.header("cache-control", "no-store");
      return await read(request, shopId, ticketId.toLowerCase());
    },
  });

  app.route({
    method: "GET",
    url: "/public/tickets/:ticketId",
    schema: {
      operationId: "publicTicketAlone",
      summary: "The same without knowing the organisation",
      tags: [TAGS.visitors],
      security: [],
      params: z.object({ ticketId: addressed }),
      response: answers(200, publicBodies.PublicTicket, ["ticket-not-found"]),
    },
    config: {
      authorisation: {
        kind: "public",
        why: "who knows a ticket's id, which cannot be guessed, may see its place",
      },
    },
    async handler(request, reply) {
      const { ticketId } = request.params;
      const place = await context.directory.placeOf("ticket", ticketId);
      if (place === undefined) throw new ProblemError("ticket-not-found");
      void reply.header("cache-control", "no-store");
      return await read(request, place.shopId, ticketId.toLowerCase());
    },
  });
}
