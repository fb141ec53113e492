import { isoTime } from "@callnext/core";
import { publicBodies } from "@callnext/protocol";
import { runCommand } from "../../../commands/run-command.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { publicPlace } from "../../core/find-place.ts";
import { idempotencyClaim } from "../../core/idempotency.ts";
import { TenantTicket } from "../../core/params.ts";
import { ticketHolder } from "./ticket-holder.ts";

export function confirmPresence(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/public/tenants/:slug/tickets/:ticketId/confirm-presence/",
    schema: {
      operationId: "confirmPresence",
      summary: "The visitor says: I am here",
      tags: [TAGS.visitors],
      security: [],
      params: TenantTicket,
      response: answers(200, publicBodies.ConfirmAnswer, [
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
      const { answer } = await runCommand(context, {
        shopId: place.shopId,
        by,
        command: { type: "confirm-presence", ticketId },
        ...(idempotency === undefined ? {} : { idempotency }),
      });
      const confirmedAt = answer.ticket?.presentAt ?? answer.ticket?.updatedAt ?? context.now();
      return {
        status: "ok" as const,
        confirmed_at: isoTime(confirmedAt),
        seq: answer.seq,
        epoch: answer.epoch,
      };
    },
  });
}
