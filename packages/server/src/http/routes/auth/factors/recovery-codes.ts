import { factorBodies } from "@callnext/protocol";
import { factorKinds } from "../../../../people/factors/factors.ts";
import type { App } from "../../../core/app-types.ts";
import type { Context } from "../../../core/context.ts";
import { answers, TAGS } from "../../../core/describe-route.ts";
import { requireSession } from "../../../core/gate.ts";
import { ProblemError } from "../../../core/problem-error.ts";
import { noteAccount } from "../note-account.ts";
import { requirePassword } from "./require-password.ts";

export function recoveryCodes(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/auth/recovery-codes",
    schema: {
      operationId: "renewRecoveryCodes",
      summary: "Ten new recovery codes; the earlier ones no longer work",
      tags: [TAGS.people],
      body: factorBodies.PasswordBody,
      response: answers(200, factorBodies.RecoveryCodesAnswer, [
        "password-wrong",
        "no-second-factor",
        "too-many-attempts",
      ]),
    },
    config: { authorisation: { kind: "signed-in" } },
    async handler(request) {
      const session = await requireSession(request, context);
      await requirePassword(context, request, session, request.body.password);
      const kinds = await factorKinds(context.factors, session.userId);
      if (kinds.length === 0) throw new ProblemError("no-second-factor");
      const recovery_codes = await context.factors.recovery.renew(session.userId);
      await noteAccount(context, request, session.userId, "recovery-codes-renewed");
      return { recovery_codes: [...recovery_codes] };
    },
  });
}
