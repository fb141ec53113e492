import { auditBodies } from "@callnext/protocol";
import { z } from "zod";
import { csvLine } from "../../../audit/csv.ts";
import { readAudit } from "../../../audit/read-audit.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { Tenant } from "../../core/params.ts";
import { auditOnWire } from "../../wire/audit-on-wire.ts";
import { auditFilter } from "./audit-filter.ts";

const MOST_LINES = 10_000;
const COLUMNS = [
  "at",
  "source",
  "actor",
  "actor_name",
  "action",
  "subject",
  "subject_name",
  "shop_id",
  "shop_name",
  "network",
  "detail",
] as const;

export function auditDownload(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/audit.csv",
    schema: {
      operationId: "downloadAudit",
      summary: "The same as a CSV file, at most 10,000 lines",
      description: "Cells that a spreadsheet would take for a formula begin with an apostrophe.",
      tags: [TAGS.privacy],
      params: Tenant,
      querystring: auditBodies.AuditFilter,
      response: answers(200, z.string(), ["forbidden", "shop-not-found"]),
    },
    config: { authorisation: { kind: "action", action: "see-audit" } },
    async handler(request, reply) {
      const filter = auditFilter(request, request.query, context.now());
      const tenantId = accessOf(request).membership.tenant.id;
      const rows = await readAudit(context.db, tenantId, filter, { after: null, most: MOST_LINES });
      await noteAudit(request, context, { action: "audit-exported", detail: { lines: rows.length } });
      void reply
        .header("cache-control", "no-store")
        .header("content-disposition", 'attachment; filename="audit.csv"')
        .type("text/csv; charset=utf-8");
      return csvLine(COLUMNS) + rows.map(auditOnWire).map(csvOf).join("");
    },
  });
}

function csvOf(line: auditBodies.AuditLine): string {
  const { actor } = line;
  return csvLine([
    line.at,
    line.source,
    actor.id === null ? actor.kind : `${actor.kind}:${actor.id}`,
    actor.name,
    line.action,
    line.subject,
    line.subject_name,
    line.shop_id,
    line.shop_name,
    line.ip,
    JSON.stringify(line.detail),
  ]);
}
