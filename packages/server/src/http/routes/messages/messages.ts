import { messageBodies } from "@callnext/protocol";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { Tenant } from "../../core/params.ts";
import { changedMessageSettings, messageSettingsOnWire } from "../../wire/message-settings-on-wire.ts";
import { messageLog } from "./message-log.ts";
import { messageTest } from "./message-test.ts";
import { messageTexts } from "./message-texts.ts";
import { messagesAnswer } from "./messages-answer.ts";
import { smsProvider } from "./sms-provider.ts";

/** What an organisation tells its visitors, and by which ways. */
export function messages(app: App, context: Context): void {
  read(app, context);
  change(app, context);
  messageTexts(app, context);
  smsProvider(app, context);
  messageTest(app, context);
  messageLog(app, context);
}

function read(app: App, context: Context): void {
  app.route({
    method: "GET",
    url: "/tenants/:slug/messages",
    schema: {
      operationId: "readMessages",
      summary: "What the organisation's visitors are told, by which ways, and what that costs",
      tags: [TAGS.messages],
      params: Tenant,
      response: answers(200, messageBodies.MessagesAnswer, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "see-messages" } },
    async handler(request, reply) {
      void reply.header("cache-control", "no-store");
      return await messagesAnswer(context, accessOf(request).membership.tenant.id);
    },
  });
}

function change(app: App, context: Context): void {
  app.route({
    method: "PATCH",
    url: "/tenants/:slug/messages/settings",
    schema: {
      operationId: "changeMessageSettings",
      summary: "Change when visitors are reminded, by which ways they are told, and what SMS may cost",
      description: "Reminders of appointments that are booked already stay when they were.",
      tags: [TAGS.messages],
      params: Tenant,
      body: messageBodies.MessageSettingsPatch,
      response: answers(200, messageBodies.MessageSettingsOnWire, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-messages" } },
    async handler(request) {
      const tenantId = accessOf(request).membership.tenant.id;
      const { choices } = context.messaging;
      const changed = changedMessageSettings(await choices.settings(tenantId), request.body);
      await choices.setSettings(tenantId, changed);
      return messageSettingsOnWire(changed);
    },
  });
}
