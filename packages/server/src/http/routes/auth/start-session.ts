import type { authBodies } from "@callnext/protocol";
import type { FastifyReply } from "fastify";
import { SESSION_SECONDS } from "../../../people/create-auth.ts";
import { SESSION_COOKIE } from "../../../people/session-token.ts";
import type { Context } from "../../core/context.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { userOnWire } from "../../wire/user-on-wire.ts";

/** What a sign-in answers, its cookie included. */
export async function startSession(
  context: Context,
  reply: FastifyReply,
  token: string,
): Promise<authBodies.LoginAnswer> {
  const session = await context.sessions.find(token);
  // Dismissed everywhere: to whom the account opens nothing, it does not open.
  if (session === null || session.memberships.length === 0) {
    await context.accounts.signOut(token);
    context.sessions.forget(token);
    throw new ProblemError("bad-credentials");
  }
  void reply.setCookie(SESSION_COOKIE, token, { ...cookieFlags(context), maxAge: SESSION_SECONDS });
  return {
    access_token: token,
    token_type: "bearer",
    expires_in: SESSION_SECONDS,
    user: userOnWire(session),
  };
}

export function cookieFlags(context: Context) {
  const secure = context.config.publicUrl?.startsWith("https:") === true;
  return { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
}
