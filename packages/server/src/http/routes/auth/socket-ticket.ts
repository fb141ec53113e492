import { authBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { issueTicket } from "../../../ws/socket-tickets.ts";
import { toSocketSession } from "../../../ws/to-socket-session.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { requireCaller } from "../../core/gate.ts";

export function socketTicket(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/socket-ticket",
    schema: {
      operationId: "socketTicket",
      summary: "A one-use ticket that carries the caller's rights to a socket",
      description:
        "For programs in a browser of another origin: `?ticket=` where neither cookie nor header can be sent. Good for 30 s, and for as long as what it was asked with.",
      tags: [TAGS.people],
      body: authBodies.SocketTicketBody,
      response: answers(200, authBodies.SocketTicketAnswer, ["unauthenticated"]),
    },
    config: { authorisation: { kind: "known" } },
    async handler(request) {
      const session = toSocketSession(await requireCaller(request, context));
      const { ticket, expiresInSeconds } = await issueTicket(context.db, session, request.body?.path ?? null);
      return { ticket, expires_in: expiresInSeconds };
    },
  });
}
