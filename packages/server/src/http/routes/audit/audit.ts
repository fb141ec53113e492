import { auditBodies } from "@callnext/protocol";
import { cursorOf, placeOfCursor } from "../../../audit/audit-cursor.ts";
import { readAudit } from "../../../audit/read-audit.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { Tenant } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { auditOnWire } from "../../wire/audit-on-wire.ts";
import { auditFilter } from "./audit-filter.ts";

const USUAL_LINES = 50;

export function audit(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/audit",
    schema: {
      operationId: "readAudit",
      summary: "Who did what: the audit log and the shops' own logs as one, newest first",
      description: "An administrator sees all of the organisation, a manager what belongs to their shops.",
      tags: [TAGS.privacy],
      params: Tenant,
      querystring: auditBodies.AuditQuery,
      response: answers(200, auditBodies.AuditPage, ["forbidden", "shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-audit" } },
    async handler(request, reply) {
      const { cursor, limit = USUAL_LINES, ...asked } = request.query;
      const after = cursor === undefined ? null : placeOfCursor(cursor);
      if (cursor !== undefined && after === null)
        throw new ProblemError("invalid-input", { field: "cursor" });
      const filter = auditFilter(request, asked, context.now());
      const tenantId = accessOf(request).membership.tenant.id;
      const rows = await readAudit(context.db, tenantId, filter, { after, most: limit + 1 });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      void reply.header("cache-control", "no-store");
      return {
        entries: page.map(auditOnWire),
        next: rows.length > limit && last !== undefined ? cursorOf(last) : null,
      };
    },
  });
}
