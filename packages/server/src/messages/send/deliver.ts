import type { Mailer } from "../../mail/mailer.ts";
import { MailNotSent } from "../../mail/mailer.ts";
import { failed, SENT } from "../handed.ts";
import type { MessageChannel } from "../message.ts";
import type { MessageSettings } from "../message-settings.ts";
import type { PushNeeds } from "../push/send-push.ts";
import { sendPush } from "../push/send-push.ts";
import type { HandedSms, SmsNeeds } from "../sms/send-sms.ts";
import { sendSms } from "../sms/send-sms.ts";
import { fillText } from "../texts/fill-text.ts";
import type { MessageTexts } from "../texts/message-texts.ts";
import type { Situation } from "./situation.ts";

export interface DeliverNeeds extends SmsNeeds, PushNeeds {
  readonly mailer: Mailer;
}

export interface Delivery {
  readonly tenantId: number;
  readonly channel: MessageChannel;
  readonly situation: Situation;
  readonly texts: MessageTexts;
  readonly settings: MessageSettings;
  readonly validMs: number;
}

/** One try by one way. */
export async function deliver(needs: DeliverNeeds, delivery: Delivery): Promise<HandedSms> {
  const { situation, texts, tenantId, settings } = delivery;
  const { contact, fillings } = situation;
  switch (delivery.channel) {
    case "mail":
      return { handed: await byMail(needs.mailer, delivery), cost: 0 };
    case "sms":
      return contact.phone === null
        ? { handed: { outcome: "skipped", reason: "no-contact" }, cost: 0 }
        : await sendSms(needs, {
            tenantId,
            phone: contact.phone,
            text: fillText(texts.short, fillings),
            settings,
          });
    case "push": {
      const notification = {
        title: fillText(texts.subject, fillings),
        // A touch leads there; it need not be read.
        text: fillText(texts.short, { ...fillings, link: "" }).trim(),
        url: fillings.link ?? needs.publicOrigin(),
        tag: tagOf(situation),
      };
      const handed = await sendPush(needs, tenantId, situation.push, notification, delivery.validMs);
      return { handed, cost: 0 };
    }
  }
}

async function byMail(mailer: Mailer, { situation: { contact, fillings }, texts }: Delivery) {
  if (contact.email === null) return { outcome: "skipped", reason: "no-contact" } as const;
  if (!mailer.available) return { outcome: "skipped", reason: "no-provider" } as const;
  try {
    await mailer.send({
      to: contact.email,
      subject: fillText(texts.subject, fillings),
      text: `${fillText(texts.body, fillings)}\n`,
    });
    return SENT;
  } catch (error) {
    if (error instanceof MailNotSent) return failed("not-taken", true);
    throw error;
  }
}

function tagOf({ push: { appointmentId, ticketId } }: Situation): string {
  return ticketId === null ? `appointment-${appointmentId}` : `ticket-${ticketId}`;
}
