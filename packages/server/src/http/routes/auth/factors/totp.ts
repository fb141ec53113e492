import { factorBodies } from "@callnext/protocol";
import { codesForFirstFactor, dropLoneCodes } from "../../../../people/factors/factors.ts";
import { totpAddress } from "../../../../people/factors/totp.ts";
import type { App } from "../../../core/app-types.ts";
import type { Context } from "../../../core/context.ts";
import { answers, done, TAGS } from "../../../core/describe-route.ts";
import { requireSession } from "../../../core/gate.ts";
import { ProblemError } from "../../../core/problem-error.ts";
import { noteAccount } from "../note-account.ts";
import { proofOfCode, requireProof } from "./prove.ts";
import { requirePassword } from "./require-password.ts";

const SERVER_NAME = "Callnext";

export function totp(app: App, context: Context): void {
  begin(app, context);
  confirm(app, context);
  disable(app, context);
}

function begin(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/totp",
    schema: {
      operationId: "beginTotp",
      summary: "Begin to set up an authenticator app",
      description: "The secret is of no use until one of its codes confirms it.",
      tags: [TAGS.people],
      body: factorBodies.PasswordBody,
      response: answers(200, factorBodies.TotpBegun, [
        "password-wrong",
        "second-factor-on",
        "too-many-attempts",
      ]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request) {
      const session = await requireSession(request, context);
      await requirePassword(context, request, session, request.body.password);
      const begun = await context.factors.totp.begin(session.userId);
      if (begun === "second-factor-on") throw new ProblemError(begun);
      const { secret } = begun;
      return { secret, address: totpAddress(secret, session.email, SERVER_NAME) };
    },
  });
}

function confirm(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/totp/confirm",
    schema: {
      operationId: "confirmTotp",
      summary: "Confirm the authenticator app by a code; from now on it is asked for",
      tags: [TAGS.people],
      body: factorBodies.TotpConfirmBody,
      response: answers(200, factorBodies.FirstFactorAnswer, ["code-wrong", "second-factor-not-begun"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request) {
      const { userId } = await requireSession(request, context);
      const code = request.body.code.replaceAll(/\s/g, "");
      const outcome = await context.factors.totp.confirm(userId, code);
      if (outcome !== "done") throw new ProblemError(outcome);
      context.sessions.forget();
      await noteAccount(context, request, userId, "second-factor-added");
      return { recovery_codes: await codesForFirstFactor(context.factors, userId) };
    },
  });
}

function disable(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/totp/disable",
    schema: {
      operationId: "disableTotp",
      summary: "Give up the authenticator app; takes the password and a code, or a recovery code",
      tags: [TAGS.people],
      body: factorBodies.PasswordAndCodeBody,
      response: done(["password-wrong", "code-wrong", "no-second-factor", "too-many-attempts"]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request, reply) {
      const session = await requireSession(request, context);
      const { userId } = session;
      await requirePassword(context, request, session, request.body.password);
      if ((await context.factors.totp.since(userId)) === null) throw new ProblemError("no-second-factor");
      await requireProof(context, request, userId, proofOfCode(request.body.code));
      await context.factors.totp.remove(userId);
      await dropLoneCodes(context.factors, userId);
      context.revoke({ kind: "membership", userId });
      await noteAccount(context, request, userId, "second-factor-removed");
      return reply.code(204).send(null);
    },
  });
}
