import { authBodies, factorBodies } from "@callnext/protocol";
import type { App } from "../../../core/app-types.ts";
import type { Context } from "../../../core/context.ts";
import { answers, TAGS } from "../../../core/describe-route.ts";
import { refuseForeignOrigin } from "../../../core/foreign-origin.ts";
import { ProblemError } from "../../../core/problem-error.ts";
import { startSession } from "../start-session.ts";
import { requirePlace } from "./prove.ts";

/** A passkey alone: the device is one factor, the finger or PIN that unlocks it the other. */
export function passkeySignIn(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/passkey-sign-in/options",
    schema: {
      operationId: "passkeySignInOptions",
      summary: "What `navigator.credentials.get` needs to sign in by a passkey alone",
      tags: [TAGS.people],
      security: [],
      response: answers(200, factorBodies.PasskeyOptions, ["passkeys-unavailable"]),
    },
    onRequest: refuseForeignOrigin(context),
    config: { authorisation: { kind: "public", why: "a challenge that any passkey may answer" } },
    handler: async (request) => ({
      ...(await context.factors.passkeys.signInOptions(null, requirePlace(context, request))),
    }),
  });

  app.route({
    method: "POST",
    url: "/auth/passkey-sign-in",
    schema: {
      operationId: "passkeySignIn",
      summary: "Sign in by a passkey alone",
      tags: [TAGS.people],
      security: [],
      body: factorBodies.PasskeySignInBody,
      response: answers(200, authBodies.LoginAnswer, ["passkey-refused", "passkeys-unavailable"]),
    },
    onRequest: refuseForeignOrigin(context),
    config: { authorisation: { kind: "inside", by: "the signature of a registered passkey" } },
    async handler(request, reply) {
      const place = requirePlace(context, request);
      const userId = await context.factors.passkeys.verify(null, request.body.passkey, place);
      if (userId === null) throw new ProblemError("passkey-refused");
      return await startSession(context, request, reply, userId);
    },
  });
}
