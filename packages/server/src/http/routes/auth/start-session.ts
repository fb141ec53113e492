import type { authBodies } from "@callnext/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import { SESSION_SECONDS } from "../../../people/create-auth.ts";
import { isSecure, sessionCookie } from "../../../people/session-token.ts";
import type { Context } from "../../core/context.ts";
import { sessionOf } from "../../core/gate.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { noteAccount } from "./note-account.ts";
import { userOnWire } from "../../wire/user-on-wire.ts";

/**
 * What a finished sign-in answers, its cookie included. Whoever calls it has proved everything that the account
 * asks for; `completeSignIn` decides that after a password. The token is always a new one, and the session that
 * the browser brought ends: nothing planted before the sign-in is worth anything after it.
 */
export async function startSession(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  userId: string,
): Promise<authBodies.LoginAnswer> {
  const before = await sessionOf(request, context);
  const userAgent = request.headers["user-agent"] ?? null;
  const { token } = await context.sessionStore.begin(userId, { ip: request.ip, userAgent });
  const session = await context.sessions.find(token);
  if (session === null) throw new Error("the session just begun is not there");
  // Dismissed everywhere: to whom the account opens nothing, it does not open.
  if (session.memberships.length + session.awaitingFactor.length === 0) {
    await context.sessionStore.end(userId, session.id);
    context.sessions.forget();
    throw new ProblemError("bad-credentials");
  }
  if (before !== null) {
    await context.sessionStore.end(before.userId, before.id);
    context.revoke({ kind: "session", sessionId: before.id });
  }
  await noteAccount(context, request, userId, "signed-in", `session:${session.id}`);
  void reply.setCookie(sessionCookie(context.config), token, {
    ...cookieFlags(context),
    maxAge: SESSION_SECONDS,
  });
  return {
    access_token: token,
    token_type: "bearer",
    expires_in: SESSION_SECONDS,
    user: userOnWire(session),
  };
}

export function cookieFlags(context: Context) {
  return { path: "/", httpOnly: true, sameSite: "lax", secure: isSecure(context.config) } as const;
}
