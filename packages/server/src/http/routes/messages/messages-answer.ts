import type { messageBodies } from "@callnext/protocol";
import { MESSAGE_KINDS, PLACEHOLDERS } from "../../../messages/message-kind.ts";
import { MESSAGE_LOCALES } from "../../../messages/message-locale.ts";
import { COST_UNIT } from "../../../messages/message-settings.ts";
import type { Choices } from "../../../messages/choices.ts";
import { SMS_PRESETS } from "../../../messages/sms/sms-presets.ts";
import { USUAL_TEXTS } from "../../../messages/texts/usual-texts.ts";
import type { Context } from "../../core/context.ts";
import { messageSettingsOnWire } from "../../wire/message-settings-on-wire.ts";

/** All that an organisation's page about its messages shows. */
export async function messagesAnswer(
  { messaging: { choices, sms, spending }, mailer }: Context,
  tenantId: number,
): Promise<messageBodies.MessagesAnswer> {
  const [settings, texts, provider, spent] = await Promise.all([
    choices.settings(tenantId),
    allTexts(choices, tenantId),
    sms.find(tenantId),
    spending.thisMonth(tenantId),
  ]);
  return {
    settings: messageSettingsOnWire(settings),
    texts,
    placeholders: placeholders(),
    mail: { available: mailer.available },
    sms:
      provider === null
        ? null
        : { ...provider.provider, headers: { ...provider.provider.headers }, has_secret: provider.hasSecret },
    sms_presets: SMS_PRESETS.map(({ secretIs, ...preset }) => ({
      ...preset,
      headers: { ...preset.headers },
      secret_is: secretIs,
    })),
    spent_this_month: spent / COST_UNIT,
  };
}

async function allTexts(choices: Choices, tenantId: number): Promise<messageBodies.MessageTextsOnWire[]> {
  const own = await choices.ownTexts(tenantId);
  return MESSAGE_KINDS.flatMap((kind) =>
    MESSAGE_LOCALES.map((locale) => {
      const found = own.find((each) => each.kind === kind && each.locale === locale);
      return { kind, locale, ...(found?.texts ?? USUAL_TEXTS[locale][kind]), own: found !== undefined };
    }),
  );
}

function placeholders(): messageBodies.MessagesAnswer["placeholders"] {
  const { code, ...planned } = PLACEHOLDERS;
  const entries = Object.entries({ ...planned, code }).map(([kind, names]) => [kind, [...names]]);
  return Object.fromEntries(entries) as messageBodies.MessagesAnswer["placeholders"];
}
