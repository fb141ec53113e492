import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { CHALLENGE_MS } from "../../../../people/factors/challenges.ts";
import type { OidcAttempt } from "../../../../people/oidc/oidc-flow.ts";
import { open, seal } from "../../../../people/seal.ts";
import { cookieValue } from "../../../../people/session-token.ts";
import type { Context } from "../../../core/context.ts";
import { cookieFlags } from "../start-session.ts";

const COOKIE = "callnext_oidc";
const PATH = "/api/v1/auth/oidc";
const PURPOSE = "oidc-attempt";

const Attempt = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  then: z.string().nullable(),
});

/** Sealed, so that nobody can plant an attempt of their own; `lax`, because the provider's redirect must bring it. */
export function setAttempt(context: Context, reply: FastifyReply, attempt: OidcAttempt): void {
  const value = seal(context.keys, PURPOSE, JSON.stringify(attempt));
  void reply.setCookie(COOKIE, value, { ...cookieFlags(context), path: PATH, maxAge: CHALLENGE_MS / 1000 });
}

export function attemptOf(context: Context, request: FastifyRequest): OidcAttempt | null {
  const value = cookieValue(request.headers.cookie ?? "", COOKIE);
  const text = value === undefined ? null : open(context.keys, PURPOSE, value);
  return text === null ? null : Attempt.parse(JSON.parse(text));
}

export function clearAttempt(context: Context, reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, { ...cookieFlags(context), path: PATH });
}
