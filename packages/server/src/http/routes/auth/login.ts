import { authBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { refuseForeignOrigin } from "../../core/foreign-origin.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { startSession } from "./start-session.ts";

export function login(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/login",
    schema: {
      operationId: "login",
      summary: "Sign in",
      description:
        "The token is for the `Authorization` header; browsers get the same as an httpOnly cookie.",
      tags: [TAGS.people],
      security: [],
      body: authBodies.LoginBody,
      response: answers(200, authBodies.LoginAnswer, ["bad-credentials", "too-many-attempts"]),
    },
    onRequest: refuseForeignOrigin(context),
    async handler(request, reply) {
      const { email, password } = request.body;
      const seconds = context.config.rateLimits ? context.loginGuard.wait(email, request.ip) : 0;
      if (seconds > 0)
        throw new ProblemError(
          "too-many-attempts",
          { retry_after: seconds },
          { "retry-after": String(seconds) },
        );
      const signedIn = await context.accounts.signIn(email, password);
      if (signedIn === null) {
        context.loginGuard.failed(email, request.ip);
        throw new ProblemError("bad-credentials");
      }
      context.loginGuard.succeeded(email, request.ip);
      return await startSession(context, reply, signedIn.token);
    },
  });
}
