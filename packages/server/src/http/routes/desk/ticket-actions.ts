import { commands, TicketAnswer } from "@callnext/protocol";
import { ticketCommand } from "../../../commands/ticket-command.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { staffPlace } from "../../core/find-place.ts";
import { TenantTicket } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { staffCommand } from "../../core/staff-command.ts";
import { ticketAnswer } from "../../wire/ticket-on-wire.ts";

const SUMMARIES: Readonly<Record<commands.TicketAction, string>> = {
  call: "Call a chosen visitor to a counter",
  recall: "Call again",
  retract: "Take a mistaken call back, on the boards too",
  start: "The service begins",
  complete: "The service is over",
  "no-show": "The visitor did not come",
  hold: "Put the service on hold, which frees the counter",
  resume: "Go on with the service, at the same or another counter",
  return: "Back to the line within the grace time after a no-show",
  cancel: "Remove the ticket, as staff",
};

/** One route per step of a ticket's life; all answer with the ticket. */
export function ticketActions(app: App, context: Context): void {
  for (const action of commands.TICKET_ACTIONS) {
    app.route({
      method: "POST",
      url: `/tenants/:slug/tickets/:ticketId/${action}`,
      schema: {
        operationId: `${action.replace("-s", "S")}Ticket`,
        summary: SUMMARIES[action],
        tags: [TAGS.desk],
        params: TenantTicket,
        body: commands.TicketActionBody,
        response: answers(200, TicketAnswer, [
          "ticket-not-found",
          "wrong-state",
          "counter-busy",
          "grace-over",
        ]),
      },
      config: { authorisation: { kind: "action", action: "serve-visitors" } },
      async handler(request) {
        const { ticketId } = request.params;
        const { shopId } = await staffPlace(request, context, "ticket", ticketId);
        const command = ticketCommand(action, ticketId, request.body.counter);
        if ("missing" in command)
          throw new ProblemError("invalid-input", { field: command.missing, detail: "say to which counter" });
        const done = await staffCommand(request, context, shopId, command);
        return await ticketAnswer(context, done);
      },
    });
  }
}
