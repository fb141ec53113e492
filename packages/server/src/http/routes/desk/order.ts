import { commands, TicketAnswer } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { staffPlace } from "../../core/find-place.ts";
import { TenantQueue } from "../../core/params.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { ticketAnswer } from "../../wire/ticket-on-wire.ts";

export function order(app: App, context: Context): void {
  app.route({
    method: "PUT",
    url: "/tenants/:slug/queues/:queueId/order",
    schema: {
      operationId: "placeTicket",
      summary: "Put a waiting ticket at a place of the line by hand",
      description:
        "With `seq`, the one you were looking at: refused with the present `order` (ticket ids) where that queue's order changed after it.",
      tags: [TAGS.desk],
      params: TenantQueue,
      body: commands.OrderBody,
      response: answers(200, TicketAnswer, [
        "queue-not-found",
        "ticket-not-found",
        "wrong-state",
        "order-changed",
      ]),
    },
    config: { authorisation: { kind: "action", action: "serve-visitors" } },
    async handler(request) {
      const { queueId } = request.params;
      const { ticket_id: ticketId, position: place, seq: seenSeq } = request.body;
      const { shopId } = await staffPlace(request, context, "queue", queueId);
      const done = await staffCommand(request, context, shopId, {
        type: "place-ticket",
        queueId,
        ticketId,
        place,
        seenSeq,
      });
      return await ticketAnswer(context, done);
    },
  });
}
