import { privacyBodies } from "@callnext/protocol";
import { runPrivacy } from "../../../privacy/privacy-run.ts";
import { inTenant } from "../../../storage/tenant-scope.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { Tenant } from "../../core/params.ts";
import { runOnWire } from "./privacy-on-wire.ts";

const RUNS_SHOWN = 20;

export function privacy(app: App, context: Context): void {
  read(app, context);
  change(app, context);
  run(app, context);
}

function read(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/privacy",
    schema: {
      operationId: "readPrivacy",
      summary: "How long visitors' data is kept, and what the last erasures found",
      tags: [TAGS.privacy],
      params: Tenant,
      response: answers(200, privacyBodies.PrivacyAnswer, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-privacy" } },
    async handler(request, reply) {
      void reply.header("cache-control", "no-store");
      return await privacyOf(context, accessOf(request).membership.tenant.id);
    },
  });
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/privacy",
    schema: {
      operationId: "changePrivacy",
      summary: "Change how long visitors' data and the audit log are kept",
      tags: [TAGS.privacy],
      params: Tenant,
      body: privacyBodies.PrivacyPatch,
      response: answers(200, privacyBodies.PrivacyAnswer, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-privacy" } },
    async handler(request) {
      const tenantId = accessOf(request).membership.tenant.id;
      const { retention_days, audit_days } = request.body;
      const values = {
        ...(retention_days === undefined ? {} : { retention_days }),
        ...(audit_days === undefined ? {} : { audit_days }),
      };
      if (Object.keys(values).length > 0) {
        // Noted first: who shortens the memory of the log cannot do it unseen.
        await noteAudit(request, context, { action: "privacy-changed", detail: values });
        await inTenant(context.db, tenantId, (trx) =>
          trx.updateTable("tenants").set(values).where("id", "=", tenantId).execute(),
        );
      }
      return await privacyOf(context, tenantId);
    },
  });
}

function run(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/privacy/runs",
    schema: {
      operationId: "runPrivacy",
      summary: "Erase now what is due, instead of within the hour",
      tags: [TAGS.privacy],
      params: Tenant,
      response: answers(201, privacyBodies.PrivacyRunAnswer, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-privacy" } },
    async handler(request, reply) {
      const done = await runPrivacy(context, accessOf(request).membership.tenant.id);
      await noteAudit(request, context, { action: "privacy-run", detail: { erased: done.erased } });
      return reply.code(201).send({ run: runOnWire(done) });
    },
  });
}

async function privacyOf({ db }: Context, tenantId: number) {
  return await inTenant(db, tenantId, async (trx) => {
    const settings = await trx
      .selectFrom("tenants")
      .select(["retention_days", "audit_days"])
      .where("id", "=", tenantId)
      .executeTakeFirstOrThrow();
    const runs = await trx
      .selectFrom("privacy_runs")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .orderBy("id", "desc")
      .limit(RUNS_SHOWN)
      .execute();
    return { ...settings, runs: runs.map(runOnWire) };
  });
}
