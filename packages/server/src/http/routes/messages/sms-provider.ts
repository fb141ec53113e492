import { messageBodies } from "@callnext/protocol";
import { providerProblem } from "../../../messages/sms/check-provider.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, done, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { Tenant } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";

/** By whom an organisation's SMS leave. */
export function smsProvider(app: App, context: Context): void {
  set(app, context);
  remove(app, context);
}

function set(app: App, { messaging: { sms }, outbound }: Context): void {
  app.route({
    method: "PUT",
    url: "/tenants/:slug/messages/sms",
    schema: {
      operationId: "setSmsProvider",
      summary: "Set by whom SMS leave: any server that takes them by a POST",
      tags: [TAGS.messages],
      params: Tenant,
      body: messageBodies.SmsProviderBody,
      response: answers(200, messageBodies.SmsProviderOnWire, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-messages" } },
    async handler(request, reply) {
      const tenantId = accessOf(request).membership.tenant.id;
      const { secret, ...provider } = request.body;
      const problem = providerProblem(provider, outbound);
      if (problem !== null)
        throw new ProblemError("invalid-input", { field: problem.field, detail: problem.detail });
      await sms.set(tenantId, provider, secret === "" ? null : secret);
      const found = await sms.find(tenantId);
      void reply.header("cache-control", "no-store");
      return { ...provider, has_secret: found?.hasSecret === true };
    },
  });
}

function remove(app: App, { messaging: { sms } }: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/messages/sms",
    schema: {
      operationId: "removeSmsProvider",
      summary: "Send no more SMS; its secret is forgotten",
      tags: [TAGS.messages],
      params: Tenant,
      response: done(["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-messages" } },
    async handler(request, reply) {
      await sms.remove(accessOf(request).membership.tenant.id);
      return reply.code(204).send(null);
    },
  });
}
