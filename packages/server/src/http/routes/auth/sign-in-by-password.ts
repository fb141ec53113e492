import type { factorBodies } from "@callnext/protocol";
import type { FastifyReply, FastifyRequest } from "fastify";
import { afterAnswer } from "../../core/after-answer.ts";
import type { Context } from "../../core/context.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { tooManyAttempts } from "../../core/too-many-attempts.ts";
import { completeSignIn } from "./complete-sign-in.ts";
import { noteAccount } from "./note-account.ts";

/** A session, or the question for the second factor; `bad-credentials` for what is wrong, whatever of it is. */
export async function signInByPassword(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  email: string,
  password: string,
): Promise<factorBodies.SignInAnswer> {
  const limited = context.config.rateLimits;
  if (limited) tooManyAttempts(await context.loginGuard.take(email, request.ip));
  const userId = await context.accounts.check(email, password);
  if (userId === null) {
    afterAnswer(context, reply, "noting a refused sign-in", () => noteRefused(context, request, email));
    throw new ProblemError("bad-credentials");
  }
  if (limited) await context.loginGuard.succeeded(email, request.ip);
  return await completeSignIn(context, request, reply, userId);
}

/** The address itself is not noted where nobody has it: typed into the wrong field, it may be a password. */
async function noteRefused(context: Context, request: FastifyRequest, email: string): Promise<void> {
  const userId = await context.accounts.find(email);
  if (userId !== null) return await noteAccount(context, request, userId, "sign-in-refused");
  await context.audit.note({
    tenantId: null,
    actor: { kind: "system", id: null },
    action: "sign-in-refused",
    subject: null,
    shopId: null,
    ip: request.ip,
  });
}
