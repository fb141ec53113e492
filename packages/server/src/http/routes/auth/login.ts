import { authBodies, factorBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { refuseForeignOrigin } from "../../core/foreign-origin.ts";
import { signInByPassword } from "./sign-in-by-password.ts";

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
      return await signInByPassword(context, request, reply, email, password);
    },
  });
}
