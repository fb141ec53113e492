import { resetFactors } from "../../../people/factors/factors.ts";
import { worksElsewhere } from "../../../people/works-elsewhere.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { done, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { TenantStaff } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";

/** For a colleague whose phone is lost, recovery codes too. */
export function resetSecondFactor(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/staff/:staffId/reset-second-factor",
    schema: {
      operationId: "resetSecondFactor",
      summary: "Take away a colleague's second factors, passkeys included; they are signed out everywhere",
      tags: [TAGS.settings],
      params: TenantStaff,
      response: done(["staff-not-found", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-staff" } },
    async handler(request, reply) {
      const { tenant } = accessOf(request).membership;
      const member = await context.staffing.find(tenant.id, request.params.staffId);
      if (member === undefined) throw new ProblemError("staff-not-found");
      const { userId } = member;
      if (await worksElsewhere(context.db, tenant.id, userId))
        throw new ProblemError("forbidden", {
          detail: "This person also works elsewhere and looks after their own sign-in.",
        });
      await resetFactors(context.factors, userId);
      await context.accounts.endSessions(userId);
      context.revoke({ kind: "user", userId });
      const subject = `staff:${String(member.id)}`;
      await noteAudit(request, context, { action: "second-factor-reset", subject });
      return reply.code(204).send(null);
    },
  });
}
