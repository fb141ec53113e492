import { auditBodies } from "@callnext/protocol";
import { verifyChain } from "../../../audit/verify-chain.ts";
import { inTenant } from "../../../storage/tenant-scope.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { Tenant } from "../../core/params.ts";

/** About a second's work. */
const MOST_ENTRIES = 20_000;

export function auditVerification(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/audit/verification",
    schema: {
      operationId: "verifyAudit",
      summary: "Whether the audit log's chain of hashes holds",
      description:
        "Recomputes up to 20,000 entries. Where the answer is `unfinished`, ask again with `after` as its `to`. " +
        "The hash of the newest entry, noted down elsewhere, proves later that nothing before it was changed.",
      tags: [TAGS.privacy],
      params: Tenant,
      querystring: auditBodies.VerificationQuery,
      response: answers(200, auditBodies.Verification, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "see-audit" } },
    async handler(request, reply) {
      const tenantId = accessOf(request).membership.tenant.id;
      const { after = null } = request.query;
      void reply.header("cache-control", "no-store");
      const found = await inTenant(context.db, tenantId, (trx) =>
        verifyChain(trx, tenantId, { after, most: MOST_ENTRIES }),
      );
      return found ?? { state: "empty" as const };
    },
  });
}
