import { AddTicketAnswer, commands } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { staffPlace } from "../../core/find-place.ts";
import { TenantQueue } from "../../core/params.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { ticketAnswer } from "../../wire/ticket-on-wire.ts";
import { ticketUrl } from "../../wire/ticket-url.ts";

export function addTicket(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/queues/:queueId/tickets",
    schema: {
      operationId: "addTicket",
      summary: "Give a visitor at the desk a ticket",
      tags: [TAGS.desk],
      params: TenantQueue,
      body: commands.AddTicketBody.nullish().transform((body) => body ?? commands.AddTicketBody.parse({})),
      response: answers(201, AddTicketAnswer, [
        "queue-not-found",
        "queue-closed",
        "queue-paused",
        "queue-full",
        "shop-full",
      ]),
    },
    config: { authorisation: { kind: "action", action: "serve-visitors" } },
    async handler(request, reply) {
      const { params, body } = request;
      const { shopId } = await staffPlace(request, context, "queue", params.queueId);
      const done = await staffCommand(
        request,
        context,
        shopId,
        {
          type: "issue-ticket",
          ticketId: context.newId(),
          queueId: params.queueId,
          serviceId: body.service_id,
          priority: body.priority,
          partySize: body.number_of_people,
          locale: body.locale,
        },
        { person: { fullName: body.full_name, phone: body.phone, email: null } },
      );
      const answer = await ticketAnswer(context, done);
      return reply.code(201).send({ ...answer, ticket_url: ticketUrl(context, answer.ticket.id) });
    },
  });
}
