import type { FastifyRequest } from "fastify";
import type { Session } from "../../../../people/session.ts";
import type { Context } from "../../../core/context.ts";
import { ProblemError } from "../../../core/problem-error.ts";
import { tooManyAttempts } from "../../../core/too-many-attempts.ts";

/** Who found an open session, and nothing else, changes nothing about how its owner signs in. */
export async function requirePassword(
  context: Context,
  request: FastifyRequest,
  { userId, email }: Session,
  password: string,
  field: string = "password",
): Promise<void> {
  const limited = context.config.rateLimits;
  if (limited) tooManyAttempts(await context.loginGuard.take(email, request.ip));
  if (!(await context.accounts.hasPassword(userId, password)))
    throw new ProblemError("password-wrong", { field });
  if (limited) await context.loginGuard.succeeded(email, request.ip);
}
