import { SESSION_COOKIE } from "../../../people/session-token.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { NoContent, TAGS } from "../../core/describe-route.ts";
import { refuseForeignOrigin } from "../../core/foreign-origin.ts";
import { sessionOf } from "../../core/gate.ts";
import { cookieFlags } from "./start-session.ts";

export function logout(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/logout",
    schema: {
      operationId: "logout",
      summary: "Sign out; the session and its sockets end",
      tags: [TAGS.people],
      response: { 204: NoContent },
    },
    onRequest: refuseForeignOrigin(context),
    async handler(request, reply) {
      const session = await sessionOf(request, context);
      if (session !== null) {
        await context.accounts.signOut(session.token);
        context.sessions.forget(session.token);
        context.endSockets(session.userId, session.id);
      }
      return reply.clearCookie(SESSION_COOKIE, cookieFlags(context)).code(204).send(null);
    },
  });
}
