import { messageBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { Tenant } from "../../core/params.ts";

export function messageTest(app: App, { messaging }: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/messages/test",
    schema: {
      operationId: "testMessage",
      summary: "Send a reminder of an invented appointment now, and say how it went",
      description: "An SMS costs what any other does. The address is kept nowhere.",
      tags: [TAGS.messages],
      params: Tenant,
      body: messageBodies.MessageTestBody,
      response: answers(200, messageBodies.MessageTestAnswer, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-messages" } },
    async handler(request) {
      const { id, name, locale } = accessOf(request).membership.tenant;
      const handed = await messaging.tryOut({ tenantId: id, organisation: name, locale, ...request.body });
      return { outcome: handed.outcome, reason: handed.outcome === "sent" ? null : handed.reason };
    },
  });
}
