import type { Handed } from "../handed.ts";
import type { Choices } from "../choices.ts";
import { messageLocale } from "../message-locale.ts";
import { sampleFillings } from "../texts/sample-fillings.ts";
import { deliver, type DeliverNeeds } from "./deliver.ts";

export interface TryOut {
  readonly tenantId: number;
  readonly organisation: string;
  readonly locale: string;
  readonly channel: "mail" | "sms";
  /** An address, or a phone number as it was typed. */
  readonly to: string;
}

export interface TryNeeds extends DeliverNeeds {
  readonly choices: Pick<Choices, "settings" | "texts">;
  readonly now: () => number;
}

/** A reminder of an invented appointment, sent at once to whoever sets messages up. */
export async function tryOut(needs: TryNeeds, { tenantId, channel, to, ...wish }: TryOut): Promise<Handed> {
  const locale = messageLocale(wish.locale);
  const kind = "appointment-reminder";
  const origin = needs.publicOrigin();
  const sample = { organisation: wish.organisation, now: needs.now(), origin };
  const contact = { fullName: null, phone: null, email: null, hasBrowser: false };
  const { handed } = await deliver(needs, {
    tenantId,
    channel,
    situation: {
      contact: { ...contact, ...(channel === "mail" ? { email: to } : { phone: to }) },
      locale,
      fillings: { ...sampleFillings(kind, locale, sample), link: origin },
      push: { appointmentId: null, ticketId: null },
    },
    texts: await needs.choices.texts(tenantId, kind, locale),
    settings: await needs.choices.settings(tenantId),
    validMs: 0,
  });
  return handed;
}
