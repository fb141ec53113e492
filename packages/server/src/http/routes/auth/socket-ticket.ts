import { authBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { requireSession } from "../../core/gate.ts";

export function socketTicket(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/socket-ticket",
    schema: {
      operationId: "socketTicket",
      summary: "A one-use ticket that carries this session to a socket",
      description:
        "For programs in a browser of another origin: `?ticket=` where neither cookie nor header can be sent.",
      tags: [TAGS.people],
      response: answers(200, authBodies.SocketTicketAnswer, ["unauthenticated"]),
    },
    async handler(request) {
      const { ticket, expiresInSeconds } = context.socketTicket(await requireSession(request, context));
      return { ticket, expires_in: expiresInSeconds };
    },
  });
}
