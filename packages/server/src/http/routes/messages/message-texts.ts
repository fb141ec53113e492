import { messageBodies } from "@callnext/protocol";
import { PLACEHOLDERS } from "../../../messages/message-kind.ts";
import { smsParts } from "../../../messages/sms/sms-parts.ts";
import { plainSigns } from "../../../messages/sms/plain-signs.ts";
import { fillText, strangeHoles } from "../../../messages/texts/fill-text.ts";
import { sampleFillings } from "../../../messages/texts/sample-fillings.ts";
import type { App } from "../../core/app-types.ts";
import type { Context } from "../../core/context.ts";
import { answers, done, TAGS } from "../../core/describe-route.ts";
import { accessOf } from "../../core/gate.ts";
import { Tenant } from "../../core/params.ts";
import { ProblemError } from "../../core/problem-error.ts";

/** The words of messages, in each language. */
export function messageTexts(app: App, context: Context): void {
  set(app, context);
  reset(app, context);
  preview(app, context);
}

function set(app: App, { messaging: { choices } }: Context): void {
  app.route({
    method: "PUT",
    url: "/tenants/:slug/messages/texts",
    schema: {
      operationId: "setMessageTexts",
      summary: "Set the words of one message in one language",
      tags: [TAGS.messages],
      params: Tenant,
      body: messageBodies.MessageTextsBody,
      response: answers(200, messageBodies.MessageTextsOnWire, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-messages" } },
    async handler(request) {
      refuseStrange(request.body);
      const { kind, locale, ...texts } = request.body;
      await choices.setTexts(accessOf(request).membership.tenant.id, { kind, locale, texts });
      return { ...request.body, own: true };
    },
  });
}

function reset(app: App, { messaging: { choices } }: Context): void {
  app.route({
    method: "DELETE",
    url: "/tenants/:slug/messages/texts",
    schema: {
      operationId: "resetMessageTexts",
      summary: "Take the usual words again",
      tags: [TAGS.messages],
      params: Tenant,
      querystring: messageBodies.MessageTextsChoice,
      response: done(["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-messages" } },
    async handler(request, reply) {
      const { kind, locale } = request.query;
      await choices.dropTexts(accessOf(request).membership.tenant.id, kind, locale);
      return reply.code(204).send(null);
    },
  });
}

function preview(app: App, context: Context): void {
  app.route({
    method: "POST",
    url: "/tenants/:slug/messages/texts/preview",
    schema: {
      operationId: "previewMessageTexts",
      summary: "The words as a visitor would read them, with an invented one's name and time",
      tags: [TAGS.messages],
      params: Tenant,
      body: messageBodies.MessageTextsBody,
      response: answers(200, messageBodies.MessagePreview, ["forbidden"]),
    },
    config: { authorisation: { kind: "action", action: "change-messages" }, changes: false },
    handler(request) {
      refuseStrange(request.body);
      const { kind, locale, subject, body, short } = request.body;
      const origin = context.publicOrigin();
      const fillings = sampleFillings(kind, locale, {
        organisation: accessOf(request).membership.tenant.name,
        now: context.now(),
        origin,
      });
      const filled = fillText(short, fillings);
      return {
        subject: fillText(subject, fillings),
        body: fillText(body, fillings),
        short: filled,
        sms_parts: smsParts(plainSigns(filled)),
      };
    },
  });
}

/** A hole that nothing fills would stand empty in what people read. */
function refuseStrange(
  texts: Readonly<Record<"subject" | "body" | "short", string>> & { kind: keyof typeof PLACEHOLDERS },
): void {
  const allowed = PLACEHOLDERS[texts.kind];
  for (const field of ["subject", "body", "short"] as const) {
    const [strange] = strangeHoles(texts[field], allowed);
    if (strange !== undefined)
      throw new ProblemError("invalid-input", {
        field,
        detail: `{${strange}} is not known here; there are ${allowed.map((name) => `{${name}}`).join(", ")}`,
      });
  }
}
