import { commands, TicketAnswer } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { staffPlace } from "../../core/find-place.ts";
import { TenantTicket } from "../../core/params.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { ticketAnswer } from "../../wire/ticket-on-wire.ts";

export function transfer(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/tickets/:ticketId/transfer",
    schema: {
      operationId: "transferTicket",
      summary: "Wait on in another queue, with the same number and seniority",
      tags: [TAGS.desk],
      params: TenantTicket,
      body: commands.TransferBody,
      response: answers(200, TicketAnswer, [
        "ticket-not-found",
        "queue-not-found",
        "same-queue",
        "wrong-state",
        "queue-full",
      ]),
    },
    config: { authorisation: { kind: "action", action: "serve-visitors" } },
    async handler(request) {
      const { ticketId } = request.params;
      const { shopId } = await staffPlace(request, context, "ticket", ticketId);
      const command = { type: "transfer-ticket", ticketId, queueId: request.body.queue_id } as const;
      const done = await staffCommand(request, context, shopId, command);
      return await ticketAnswer(context, done);
    },
  });
}
