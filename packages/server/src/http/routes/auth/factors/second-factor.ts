import { authBodies, factorBodies } from "@callnext/protocol";
import { factorKinds } from "../../../../people/factors/factors.ts";
import { PENDING_MS } from "../../../../people/factors/pending-sign-ins.ts";
import type { FactorProof } from "../../../../people/factors/prove-factor.ts";
import type { App } from "../../../core/app-types.ts";
import type { Context } from "../../../core/context.ts";
import { answers, TAGS } from "../../../core/describe-route.ts";
import { refuseForeignOrigin } from "../../../core/foreign-origin.ts";
import { ProblemError } from "../../../core/problem-error.ts";
import { startSession } from "../start-session.ts";
import { clearPendingCookie, pendingOf } from "./pending-cookie.ts";
import { requirePlace, requireProof } from "./prove.ts";

const BY = { kind: "inside", by: "the one-use token of a sign-in half done" } as const;

export function secondFactor(app: App, context: Context): void {
  ask(app, context);
  passkeyOptions(app, context);
  complete(app, context);
}

function ask(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/auth/second-factor",
    schema: {
      operationId: "pendingSignIn",
      summary: "What completes the sign-in that this browser has half done",
      description: "After a sign-in elsewhere, whose pending token is in a cookie.",
      tags: [TAGS.people],
      security: [],
      response: answers(200, factorBodies.PendingAnswer.omit({ pending: true }), ["sign-in-over"]),
    },
    config: { authorisation: BY },
    async handler(request) {
      const userId = await context.factors.pending.find(pendingOf(request, undefined));
      if (userId === null) throw new ProblemError("sign-in-over");
      const second_factor = [...(await factorKinds(context.factors, userId))];
      return { second_factor, expires_in: PENDING_MS / 1000 };
    },
  });
}

function passkeyOptions(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/second-factor/passkey-options",
    schema: {
      operationId: "secondFactorPasskeyOptions",
      summary: "What `navigator.credentials.get` needs to complete this sign-in by a passkey",
      tags: [TAGS.people],
      security: [],
      body: factorBodies.PendingBody,
      response: answers(200, factorBodies.PasskeyOptions, ["sign-in-over", "passkeys-unavailable"]),
    },
    onRequest: refuseForeignOrigin(context),
    config: { authorisation: BY },
    async handler(request) {
      const userId = await context.factors.pending.find(pendingOf(request, request.body.pending));
      if (userId === null) throw new ProblemError("sign-in-over");
      const place = requirePlace(context, request);
      return { ...(await context.factors.passkeys.signInOptions(userId, place)) };
    },
  });
}

function complete(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/second-factor",
    schema: {
      operationId: "secondFactor",
      summary: "Complete a sign-in by a second factor",
      tags: [TAGS.people],
      security: [],
      body: factorBodies.SecondFactorBody,
      response: answers(200, authBodies.LoginAnswer, [
        "sign-in-over",
        "code-wrong",
        "passkey-refused",
        "too-many-attempts",
      ]),
    },
    onRequest: refuseForeignOrigin(context),
    config: { authorisation: BY },
    async handler(request, reply) {
      const { pending } = context.factors;
      const token = pendingOf(request, request.body.pending);
      // Counted first: five tries at once are five tries.
      const userId = await pending.attempt(token);
      if (userId === null) throw new ProblemError("sign-in-over");
      await requireProof(context, request, userId, proofIn(request.body));
      if (!(await pending.close(token))) throw new ProblemError("sign-in-over");
      clearPendingCookie(context, request, reply);
      return await startSession(context, request, reply, userId);
    },
  });
}

function proofIn(body: factorBodies.SecondFactorBody): FactorProof {
  if ("passkey" in body) return { kind: "passkey", response: body.passkey };
  if ("recovery_code" in body) return { kind: "recovery-code", code: body.recovery_code };
  return { kind: "totp", code: body.code.replaceAll(/\s/g, "") };
}
