import { factorBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { Tenant } from "../../core/params.ts";

export function signInRules(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/sign-in-rules",
    schema: {
      operationId: "getSignInRules",
      summary: "What the organisation asks of its staff when they sign in",
      tags: [TAGS.settings],
      params: Tenant,
      response: answers(200, factorBodies.SignInRules, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "see-staff" } },
    handler: async (request) => ({
      require_second_factor: await context.signInRules.secondFactorRequired(
        accessOf(request).membership.tenant.id,
      ),
    }),
  });

  app.route({
    method: "PATCH",
    url: "/tenants/:slug/sign-in-rules",
    schema: {
      operationId: "setSignInRules",
      summary: "Ask managers and administrators for a second factor, or not",
      description:
        "While it is asked for, those without one get nothing of the organisation until they set one up.",
      tags: [TAGS.settings],
      params: Tenant,
      body: factorBodies.SignInRules,
      response: answers(200, factorBodies.SignInRules, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-tenant" } },
    async handler(request) {
      const { tenant } = accessOf(request).membership;
      const { require_second_factor } = request.body;
      const affected = await context.signInRules.requireSecondFactor(tenant.id, require_second_factor);
      for (const userId of affected) context.revoke({ kind: "membership", userId });
      context.sessions.forget();
      await noteAudit(request, context, {
        action: "sign-in-rules-changed",
        detail: { require_second_factor },
      });
      return { require_second_factor };
    },
  });
}
