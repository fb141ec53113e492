import { publicBodies } from "@callnext/protocol";
import { runCommand } from "../../../commands/run-command.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { publicPlace } from "../../core/find-place.ts";
import { idempotencyClaim } from "../../core/idempotency.ts";
import { TenantQueue } from "../../core/params.ts";
import { giveTicketCookie } from "../../core/ticket-cookie.ts";
import { basics, placeAt } from "../../wire/public-ticket.ts";
import { ticketUrl } from "../../wire/ticket-url.ts";

export function signup(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/tenants/:slug/queues/:queueId/signup/",
    schema: {
      operationId: "signup",
      summary: "A visitor joins a queue",
      description:
        "The answer carries the ticket's private link and sets its cookie: only they let the visitor leave.",
      tags: [TAGS.visitors],
      security: [],
      params: TenantQueue,
      body: publicBodies.SignupBody,
      response: answers(201, publicBodies.SignupAnswer, [
        "queue-not-found",
        "queue-closed",
        "queue-paused",
        "queue-full",
        "shop-full",
        "shop-closed",
      ]),
    },
    config: { authorisation: { kind: "public", why: "visitors join without an account" } },
    async handler(request, reply) {
      const { params, body } = request;
      const { shopId } = await publicPlace(context, params.slug, "queue", params.queueId);
      const idempotency = idempotencyClaim(request, context, "public");
      const done = await runCommand(context, {
        shopId,
        by: { kind: "visitor" },
        command: {
          type: "issue-ticket",
          ticketId: context.newId(),
          queueId: params.queueId,
          serviceId: body.service_id,
          priority: 0,
          partySize: 1,
          locale: body.locale,
        },
        person: { fullName: body.full_name, phone: body.phone, email: body.email },
        ...(idempotency === undefined ? {} : { idempotency }),
      });
      const { ticket, position, seq, epoch } = done.answer;
      if (ticket === null) throw new Error("issue-ticket answers with the ticket");
      giveTicketCookie(context, reply, ticket.id);
      // The place as it stood at the commit: a replay answers the same, wherever the visitor stands by now.
      const place = placeAt(position, ticket.queueId, done.snapshot);
      return reply.code(201).send({
        ...basics(ticket, done.snapshot, place),
        ticket_url: ticketUrl(context, ticket.id),
        seq,
        epoch,
      });
    },
  });
}
