import { operatorBodies } from "@callnext/protocol";
import { z } from "zod";
import type { OperatedTenant } from "../../../people/operating.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { noteOperator } from "../../core/note-operator.ts";
import { addressed } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { slugOf } from "../../core/slug-of.ts";
import { operatedTenantOnWire } from "../../wire/operated-tenant-on-wire.ts";
import { firstInvitation } from "./first-invitation.ts";

const OneTenant = z.object({ tenantSlug: addressed });

/** For the operators of the whole server: which organisations there are, and whether they may work. Nobody's data. */
export function operatorTenants(app: App, context: Context): void {
  list(app, context);
  create(app, context);
  invite(app, context);
  setSuspended(app, context, "suspend");
  setSuspended(app, context, "resume");
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/operator/tenants",
    schema: {
      operationId: "listTenants",
      summary: "The organisations on this server, with counts only",
      tags: [TAGS.operator],
      response: answers(200, operatorBodies.TenantList, ["forbidden"]),
    },
    config: { authorisation: { kind: "operator", action: "see-tenants" } },
    handler: async () => ({ tenants: (await context.operating.tenants()).map(operatedTenantOnWire) }),
  });
}

function create(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/operator/tenants",
    schema: {
      operationId: "createTenant",
      summary: "Make an organisation, with an invitation for its first administrator",
      tags: [TAGS.operator],
      body: operatorBodies.TenantBody,
      response: answers(201, operatorBodies.NewTenantAnswer, ["slug-taken", "forbidden"]),
    },
    config: { authorisation: { kind: "operator", action: "change-tenants" } },
    async handler(request, reply) {
      const { organisation: name, slug = slugOf(name), locale } = request.body;
      const tenantId = await context.operating.create({ slug, name, locale });
      if (tenantId === "slug-taken") throw new ProblemError(tenantId, { field: "slug" });
      await noteOperator(request, context, { tenantId, action: "tenant-created" });
      const invitation_url = await firstInvitation(context, tenantId, request.body);
      const tenant = operatedTenantOnWire(await tenantOf(context, slug));
      return reply.code(201).header("cache-control", "no-store").send({ tenant, invitation_url });
    },
  });
}

function invite(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/operator/tenants/:tenantSlug/invitation",
    schema: {
      operationId: "inviteFirstAdmin",
      summary: "Another invitation, for an organisation that nobody works in yet",
      tags: [TAGS.operator],
      params: OneTenant,
      body: operatorBodies.FirstAdminBody,
      response: answers(201, operatorBodies.NewTenantAnswer, [
        "tenant-not-found",
        "tenant-has-staff",
        "forbidden",
      ]),
    },
    config: { authorisation: { kind: "operator", action: "change-tenants" } },
    async handler(request, reply) {
      const tenant = await tenantOf(context, request.params.tenantSlug);
      // Whoever works there invites the others: an operator does not let anybody in beside them.
      if (tenant.everStaffed) throw new ProblemError("tenant-has-staff");
      await noteOperator(request, context, { tenantId: tenant.id, action: "first-admin-invited" });
      const invitation_url = await firstInvitation(context, tenant.id, request.body);
      const answer = { tenant: operatedTenantOnWire(tenant), invitation_url };
      return reply.code(201).header("cache-control", "no-store").send(answer);
    },
  });
}

function setSuspended(app: App, context: Context, step: "suspend" | "resume"): void {
  app.route({
    method: "POST",
    url: `/operator/tenants/:tenantSlug/${step}`,
    schema: {
      operationId: `${step}Tenant`,
      summary:
        step === "suspend"
          ? "Suspend an organisation: its staff and programs get nothing, its boards say so"
          : "Let a suspended organisation work again",
      tags: [TAGS.operator],
      params: OneTenant,
      response: answers(200, operatorBodies.TenantAnswer, ["tenant-not-found", "forbidden"]),
    },
    config: { authorisation: { kind: "operator", action: "change-tenants" } },
    async handler(request) {
      const { id, slug } = await tenantOf(context, request.params.tenantSlug);
      await context.operating[step](id);
      context.sessions.forget();
      context.apiKeyCredentials.forget();
      // What the shops' snapshots say of the tenant is read anew on every node.
      await context.runtime.staffChanged(id);
      const action = step === "suspend" ? "tenant-suspended" : "tenant-resumed";
      await noteOperator(request, context, { tenantId: id, action });
      return { tenant: operatedTenantOnWire(await tenantOf(context, slug)) };
    },
  });
}

async function tenantOf(context: Context, slug: string): Promise<OperatedTenant> {
  const tenant = await context.operating.tenant(slug);
  if (tenant === undefined) throw new ProblemError("tenant-not-found");
  return tenant;
}
