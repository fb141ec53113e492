import { isoTime } from "@callnext/core";
import { webhookBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { TenantWebhook } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";
import { deliveryOnWire } from "../../wire/webhook-on-wire.ts";

export function webhookDeliveries(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/webhooks/:webhookId/deliveries",
    schema: {
      operationId: "listDeliveries",
      summary: "How the last tries went, newest first, at most 50",
      tags: [TAGS.webhooks],
      params: TenantWebhook,
      response: answers(200, webhookBodies.DeliveryList, ["webhook-not-found", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "see-keys" } },
    async handler(request) {
      const { tenant } = accessOf(request).membership;
      const id = request.params.webhookId.toLowerCase();
      if ((await context.webhooks.find(tenant.id, id)) === undefined)
        throw new ProblemError("webhook-not-found");
      const found = await context.webhooks.deliveries(tenant.id, id);
      return { deliveries: found.map(deliveryOnWire) };
    },
  });

  app.route({
    method: "POST",
    url: "/tenants/:slug/webhooks/:webhookId/test",
    schema: {
      operationId: "testWebhook",
      summary: "Send an event of type `test` now, and say how it went",
      tags: [TAGS.webhooks],
      params: TenantWebhook,
      response: answers(200, webhookBodies.DeliveryAnswer, ["webhook-not-found", "forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-keys" } },
    async handler(request) {
      const { tenant } = accessOf(request).membership;
      const event: webhookBodies.WebhookEvent = {
        id: `test:${context.newId()}`,
        type: "test",
        at: isoTime(context.now()),
        tenant: tenant.slug,
        shop_id: null,
        seq: null,
        ticket: null,
        queue: null,
        appointment: null,
        counter_id: null,
      };
      const delivery = await context.webhooks.tryOut(
        tenant.id,
        request.params.webhookId.toLowerCase(),
        event,
      );
      if (delivery === undefined) throw new ProblemError("webhook-not-found");
      return { delivery: deliveryOnWire(delivery) };
    },
  });
}
