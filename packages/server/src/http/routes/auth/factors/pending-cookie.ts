import type { FastifyReply, FastifyRequest } from "fastify";
import { PENDING_MS } from "../../../../people/factors/pending-sign-ins.ts";
import { cookieValue } from "../../../../people/session-token.ts";
import type { Context } from "../../../core/context.ts";
import { cookieFlags } from "../start-session.ts";

/** Carries a half-done sign-in from another provider's redirect to our own page; it must not stand in an address. */
const PENDING_COOKIE = "callnext_pending";
const PATH = "/api/v1/auth/second-factor";

export function setPendingCookie(context: Context, reply: FastifyReply, token: string): void {
  const flags = { ...cookieFlags(context), path: PATH, maxAge: PENDING_MS / 1000 };
  void reply.setCookie(PENDING_COOKIE, token, flags);
}

export function clearPendingCookie(context: Context, request: FastifyRequest, reply: FastifyReply): void {
  if (cookieValue(request.headers.cookie ?? "", PENDING_COOKIE) === undefined) return;
  void reply.clearCookie(PENDING_COOKIE, { ...cookieFlags(context), path: PATH });
}

/** The token of the body; else the one that the browser holds. */
export function pendingOf(request: FastifyRequest, given: string | undefined): string {
  return given ?? cookieValue(request.headers.cookie ?? "", PENDING_COOKIE) ?? "";
}
