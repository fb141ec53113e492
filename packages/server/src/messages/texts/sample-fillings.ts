import type { Instant } from "@callnext/core";
import type { MessageKind } from "../message-kind.ts";
import type { MessageLocale } from "../message-locale.ts";
import { dateText, timeText } from "../send/moment-texts.ts";
import type { Fillings } from "./fill-text.ts";

export interface Sample {
  readonly organisation: string;
  readonly now: Instant;
  readonly origin: string;
}

const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
const SERVICE: Readonly<Record<MessageLocale, string>> = { fr: "Coupe", en: "Haircut", wo: "Watu" };

/** An invented visitor's, tomorrow at half past ten. */
export function sampleFillings(kind: MessageKind, locale: MessageLocale, sample: Sample): Fillings {
  const { organisation, now, origin } = sample;
  const start = Math.floor(now / DAY_MS) * DAY_MS + DAY_MS + 10.5 * HOUR_MS;
  const isTicket = kind.startsWith("ticket-");
  return {
    name: "Awa Ndiaye",
    shop: organisation,
    organisation,
    service: SERVICE[locale],
    with: "Moussa Diop",
    date: dateText(start, locale, "UTC"),
    time: timeText(start, "UTC"),
    expected: timeText(start + HOUR_MS / 4, "UTC"),
    until: timeText(start - 20 * HOUR_MS, "UTC"),
    number: "A012",
    queue: "A",
    ahead: "2",
    counter: "3",
    code: "123456",
    minutes: "10",
    link: isTicket ? `${origin}/ticket/…` : `${origin}/appointment/…`,
  };
}
