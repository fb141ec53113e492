import { authBodies, factorBodies } from "@callnext/protocol";
import type { FastifyRequest } from "fastify";
import type { App } from "../../core/app-types.ts";
import { afterAnswer } from "../../core/after-answer.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { refuseForeignOrigin } from "../../core/foreign-origin.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { tooManyAttempts } from "../../core/too-many-attempts.ts";
import { completeSignIn } from "./complete-sign-in.ts";
import { noteAccount } from "./note-account.ts";

export function login(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/login",
    schema: {
      operationId: "login",
      summary: "Sign in",
      description:
        "The token is for the `Authorization` header; browsers get the same as an httpOnly cookie. Where the account has a second factor, the answer asks for it instead.",
      tags: [TAGS.people],
      security: [],
      body: authBodies.LoginBody,
      response: answers(200, factorBodies.SignInAnswer, ["bad-credentials", "too-many-attempts"]),
    },
    onRequest: refuseForeignOrigin(context),
    config: { authorisation: { kind: "inside", by: "address and password" } },
    async handler(request, reply) {
      const { email, password } = request.body;
      const limited = context.config.rateLimits;
      if (limited) tooManyAttempts(await context.loginGuard.take(email, request.ip));
      const userId = await context.accounts.check(email, password);
      if (userId === null) {
        afterAnswer(context, reply, "noting a refused sign-in", () => noteRefused(context, request, email));
        throw new ProblemError("bad-credentials");
      }
      if (limited) await context.loginGuard.succeeded(email, request.ip);
      return await completeSignIn(context, request, reply, userId);
    },
  });
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
