import { keyBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, NoContent, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { noteAudit } from "../../core/note-audit.ts";
import { Tenant, TenantKey } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { scopeProblem } from "../../core/scope-problem.ts";
import { apiKeyOnWire } from "../../wire/api-key-on-wire.ts";

/** The keys by which programs of the organisation are let in. */
export function apiKeys(app: App, context: Context): void {
  list(app, context);
  create(app, context);
  revoke(app, context);
}

function list(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/keys",
    schema: {
      operationId: "listApiKeys",
      summary: "The organisation's API keys, revoked ones too; never the keys themselves",
      tags: [TAGS.keys],
      params: Tenant,
      response: answers(200, keyBodies.ApiKeyList, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "see-keys" } },
    async handler(request) {
      const keys = await context.apiKeys.list(accessOf(request).membership.tenant.id);
      return { keys: keys.map(apiKeyOnWire) };
    },
  });
}

function create(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/keys",
    schema: {
      operationId: "createApiKey",
      summary: "Make an API key",
      description:
        "`secret` is shown in this answer only, so an `Idempotency-Key` does not bring it back: revoke a key whose answer was lost.",
      tags: [TAGS.keys],
      params: Tenant,
      body: keyBodies.ApiKeyBody,
      response: answers(201, keyBodies.NewApiKeyAnswer, ["too-many-keys", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-keys" } },
    async handler(request, reply) {
      const { tenant, staffId } = accessOf(request).membership;
      // Keys are people's to make; the table gives no key this action.
      if (staffId === null) throw new ProblemError("forbidden");
      const { name, role, shop_ids: shopIds = null, expires_at: expiry = null } = request.body;
      const expiresAt = expiry === null ? null : new Date(expiry);
      if (expiresAt !== null && expiresAt.getTime() <= context.now())
        throw new ProblemError("invalid-input", { field: "expires_at", detail: "must be in the future" });
      const made = await context.apiKeys.create(tenant.id, {
        name,
        role,
        shopIds,
        expiresAt,
        createdBy: staffId,
      });
      if (made === "shop-not-found") throw scopeProblem(made);
      if (typeof made === "string") throw new ProblemError(made);
      await noteAudit(request, context, {
        action: "api-key-created",
        subject: `key:${made.key.id}`,
        detail: { role },
      });
      return reply
        .code(201)
        .header("cache-control", "no-store")
        .send({ key: apiKeyOnWire(made.key), secret: made.secret });
    },
  });
}

function revoke(app: App, context: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/keys/:keyId",
    schema: {
      operationId: "revokeApiKey",
      summary: "Revoke an API key; what was opened with it ends",
      tags: [TAGS.keys],
      params: TenantKey,
      response: { ...answers(200, NoContent, ["key-not-found", "forbidden"]), 204: NoContent },
    },
    config: { authorisation: { kind: "action", action: "change-keys" } },
    async handler(request, reply) {
      const { tenant } = accessOf(request).membership;
      const keyId = request.params.keyId.toLowerCase();
      if (!(await context.apiKeys.revoke(tenant.id, keyId))) throw new ProblemError("key-not-found");
      context.revoke({ kind: "integration", keyId });
      await noteAudit(request, context, { action: "api-key-revoked", subject: `key:${keyId}` });
      return reply.code(204).send(null);
    },
  });
}
