import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { publicBodies } from "@callnext/protocol";
import { runCommand } from "../../../commands/run-command.ts";
import { publicPlace } from "../../core/find-place.ts";
import { idempotencyClaim } from "../../core/idempotency.ts";
import { TenantTicket } from "../../core/params.ts";
import { publicTicket } from "../../wire/public-ticket.ts";
import { ticketHolder } from "./ticket-holder.ts";

export function leave(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/public/tenants/:slug/tickets/:ticketId/",
    schema: {
      operationId: "leave",
      summary: "The visitor leaves the line",
      tags: [TAGS.visitors],
      security: [],
      params: TenantTicket,
      response: answers(200, publicBodies.PublicTicket, [
        "not-your-ticket",
        "ticket-not-found",
        "wrong-state",
      ]),
    },
    config: {
      authorisation: { kind: "inside", by: "the ticket's cookie or private link, or the staff of its shop" },
    },
    async handler(request) {
      const { slug } = request.params;
      const ticketId = request.params.ticketId.toLowerCase();
      const place = await publicPlace(context, slug, "ticket", ticketId);
      const { by, claimant } = await ticketHolder(request, context, place, ticketId);
      const idempotency = idempotencyClaim(request, context, claimant);
      const { answer, snapshot } = await runCommand(context, {
        shopId: place.shopId,
        by,
        command: { type: "cancel-ticket", ticketId },
        ...(idempotency === undefined ? {} : { idempotency }),
      });
      if (answer.ticket === null) throw new Error("cancel-ticket answers with the ticket");
      return {
        ...publicTicket(answer.ticket, snapshot, by.kind === "visitor"),
        seq: answer.seq,
        epoch: answer.epoch,
      };
    },
  });
}
