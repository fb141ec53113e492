import { privacyBodies } from "@callnext/protocol";
import { erasePeople } from "../../../privacy/erase-people.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { publicPlace } from "../../core/find-place.ts";
import { TenantTicket } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { holdsTicket } from "../../core/ticket-cookie.ts";

export function forgetMe(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/public/tenants/:slug/tickets/:ticketId/person",
    schema: {
      operationId: "forgetMe",
      summary: "The visitor has their own name, phone number and address erased",
      description: "Needs the ticket's key. A ticket that is still open keeps its number and its place.",
      tags: [TAGS.visitors],
      security: [],
      params: TenantTicket,
      response: answers(200, privacyBodies.PersonErased, ["not-your-ticket", "ticket-not-found"]),
    },
    config: { authorisation: { kind: "inside", by: "the ticket's key" } },
    async handler(request) {
      const ticketId = request.params.ticketId.toLowerCase();
      const { tenantId, shopId } = await publicPlace(context, request.params.slug, "ticket", ticketId);
      if (!holdsTicket(request, context, ticketId)) throw new ProblemError("not-your-ticket");
      const erased = await erasePeople(context, tenantId, { tickets: [ticketId] });
      const count = erased.tickets.length + erased.appointments.length;
      if (count > 0)
        await context.audit.note({
          tenantId,
          actor: { kind: "visitor", id: null },
          action: "person-erased",
          subject: `ticket:${ticketId}`,
          shopId,
          ip: request.ip,
        });
      return { erased: count };
    },
  });
}
