import { webhookBodies } from "@callnext/protocol";
import { mayBeTarget } from "../../../outbound/guarded-post.ts";
import type { Webhook } from "../../../webhooks/webhook.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, done, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { Tenant, TenantWebhook } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { webhookOnWire } from "../../wire/webhook-on-wire.ts";
import { webhookDeliveries } from "./webhook-deliveries.ts";

/** Whom else an organisation tells what happens in its shops. */
export function webhooks(app: App, context: Context): void {
  list(app, context);
  create(app, context);
  change(app, context);
  remove(app, context);
  webhookDeliveries(app, context);
}

export async function webhookOf(context: Context, tenantId: number, id: string): Promise<Webhook> {
  const webhook = await context.webhooks.find(tenantId, id.toLowerCase());
  if (webhook === undefined) throw new ProblemError("webhook-not-found");
  return webhook;
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/webhooks",
    schema: {
      operationId: "listWebhooks",
      summary: "Which servers are told what happens, and how the last delivery went",
      tags: [TAGS.webhooks],
      params: Tenant,
      response: answers(200, webhookBodies.WebhookList, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "see-keys" } },
    async handler(request) {
      const found = await context.webhooks.list(accessOf(request).membership.tenant.id);
      return { webhooks: found.map(webhookOnWire) };
    },
  });
}

function create(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/webhooks",
    schema: {
      operationId: "createWebhook",
      summary: "Tell another server what happens from now on",
      description:
        "`secret` signs what is sent and is shown in this answer only, so an `Idempotency-Key` does not bring it back.",
      tags: [TAGS.webhooks],
      params: Tenant,
      body: webhookBodies.WebhookBody,
      response: answers(201, webhookBodies.NewWebhookAnswer, ["too-many-webhooks", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-keys" } },
    async handler(request, reply) {
      const { tenant, staffId } = accessOf(request).membership;
      // As with keys: they are people's to make.
      if (staffId === null) throw new ProblemError("forbidden");
      const { url, events } = request.body;
      refuseInside(context, url);
      const made = await context.webhooks.add(tenant.id, { url, events, createdBy: staffId });
      if (made === "too-many-webhooks") throw new ProblemError(made);
      await noteAudit(request, context, { action: "webhook-created", subject: `webhook:${made.id}` });
      const webhook = webhookOnWire(await webhookOf(context, tenant.id, made.id));
      return reply.code(201).header("cache-control", "no-store").send({ webhook, secret: made.secret });
    },
  });
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/webhooks/:webhookId",
    schema: {
      operationId: "changeWebhook",
      summary: "Change a webhook; what waits for another try is tried at once",
      tags: [TAGS.webhooks],
      params: TenantWebhook,
      body: webhookBodies.WebhookPatch,
      response: answers(200, webhookBodies.WebhookAnswer, ["webhook-not-found", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-keys" } },
    async handler(request) {
      const { tenant } = accessOf(request).membership;
      const { id } = await webhookOf(context, tenant.id, request.params.webhookId);
      if (request.body.url !== undefined) refuseInside(context, request.body.url);
      await context.webhooks.change(tenant.id, id, request.body);
      await noteAudit(request, context, { action: "webhook-changed", subject: `webhook:${id}` });
      return { webhook: webhookOnWire(await webhookOf(context, tenant.id, id)) };
    },
  });
}

function remove(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/webhooks/:webhookId",
    schema: {
      operationId: "deleteWebhook",
      summary: "Tell that server no more",
      tags: [TAGS.webhooks],
      params: TenantWebhook,
      response: done(["webhook-not-found", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-keys" } },
    async handler(request, reply) {
      const { tenant } = accessOf(request).membership;
      const id = request.params.webhookId.toLowerCase();
      if (!(await context.webhooks.remove(tenant.id, id))) throw new ProblemError("webhook-not-found");
      await noteAudit(request, context, { action: "webhook-deleted", subject: `webhook:${id}` });
      return reply.code(204).send(null);
    },
  });
}

/** What its name leads to shows at each delivery; what is wrong on its face is said at once. */
function refuseInside({ outbound }: Context, url: string): void {
  if (!mayBeTarget(url, outbound))
    throw new ProblemError("invalid-input", {
      field: "url",
      detail: "must be an https address on the public internet",
    });
}
