import { peopleBodies } from "@callnext/protocol";
import { describeDevice } from "../../../people/describe-device.ts";
import type { OwnSession } from "../../../people/session-store.ts";
import { sessionCookie } from "../../../people/session-token.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, done, TAGS } from "../../core/describe-route.ts";
import { requireSession } from "../../core/gate.ts";
import { OwnSessionId } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { noteAccount } from "./note-account.ts";
import { cookieFlags } from "./start-session.ts";

export function sessions(app: App, context: Context): void {
  list(app, context);
  end(app, context);
  everywhere(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/auth/sessions",
    schema: {
      operationId: "listOwnSessions",
      summary: "Where this account is signed in",
      tags: [TAGS.people],
      response: answers(200, peopleBodies.OwnSessions, ["unauthenticated"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request) {
      const { userId, id } = await requireSession(request, context);
      const own = await context.sessionStore.list(userId);
      return { sessions: own.map((session) => onWire(session, id)) };
    },
  });
}

function end(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/auth/sessions/:sessionId",
    schema: {
      operationId: "endOwnSession",
      summary: "Sign out one other device of this account",
      tags: [TAGS.people],
      params: OwnSessionId,
      response: done(["session-not-found"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request, reply) {
      const { userId } = await requireSession(request, context);
      const { sessionId } = request.params;
      if (!(await context.sessionStore.end(userId, sessionId))) throw new ProblemError("session-not-found");
      context.revoke({ kind: "session", sessionId });
      await noteAccount(context, request, userId, "session-ended", `session:${sessionId}`);
      return reply.code(204).send(null);
    },
  });
}

function everywhere(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/logout-everywhere",
    schema: {
      operationId: "logoutEverywhere",
      summary: "Sign out all devices of this account, this one included",
      tags: [TAGS.people],
      response: done(["unauthenticated"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request, reply) {
      const { userId } = await requireSession(request, context);
      await context.sessionStore.endAll(userId);
      await context.factors.pending.endAll(userId);
      context.revoke({ kind: "user", userId });
      await noteAccount(context, request, userId, "signed-out-everywhere");
      return reply.clearCookie(sessionCookie(context.config), cookieFlags(context)).code(204).send(null);
    },
  });
}

function onWire(
  { id, ip, userAgent, createdAt, lastSeenAt }: OwnSession,
  current: string,
): peopleBodies.OwnSession {
  return {
    id,
    ...describeDevice(userAgent),
    ip,
    created_at: new Date(createdAt).toISOString(),
    last_seen_at: new Date(lastSeenAt).toISOString(),
    current: id === current,
  };
}
