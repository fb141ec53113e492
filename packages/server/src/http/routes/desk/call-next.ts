import { commands, TicketAnswer } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { staffPlace } from "../../core/find-place.ts";
import { TenantQueue } from "../../core/params.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { ticketAnswer } from "../../wire/ticket-on-wire.ts";

export function callNext(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/queues/:queueId/call-next",
    schema: {
      operationId: "callNext",
      summary: "Call whoever is next to a counter",
      tags: [TAGS.desk],
      params: TenantQueue,
      body: commands.CallNextBody,
      response: answers(200, TicketAnswer, [
        "queue-not-found",
        "queue-empty",
        "counter-busy",
        "counter-not-found",
      ]),
    },
    config: { authorisation: { kind: "action", action: "serve-visitors" } },
    async handler(request) {
      const { queueId } = request.params;
      const { shopId } = await staffPlace(request, context, "queue", queueId);
      const done = await staffCommand(request, context, shopId, {
        type: "call-next",
        queueId,
        counter: request.body.counter,
      });
      return await ticketAnswer(context, done);
    },
  });
}
