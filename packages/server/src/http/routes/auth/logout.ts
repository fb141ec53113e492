import { sessionCookie } from "../../../people/session-token.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { NoContent, TAGS } from "../../core/describe-route.ts";
import { refuseForeignOrigin } from "../../core/foreign-origin.ts";
import { sessionOf } from "../../core/gate.ts";
import { noteAccount } from "./note-account.ts";
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
    config: { authorisation: { kind: "public", why: "ends the session that it brings, if it brings one" } },
    async handler(request, reply) {
      const session = await sessionOf(request, context);
      if (session !== null) {
        await context.sessionStore.end(session.userId, session.id);
        context.revoke({ kind: "session", sessionId: session.id });
        await noteAccount(context, request, session.userId, "signed-out", `session:${session.id}`);
      }
      return reply.clearCookie(sessionCookie(context.config), cookieFlags(context)).code(204).send(null);
    },
  });
}
