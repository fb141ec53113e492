import type { Instant } from "@callnext/core";
import type { MessageLocale } from "../message-locale.ts";

const TAGS: Readonly<Record<MessageLocale, string>> = { fr: "fr", en: "en-GB", wo: "wo" };

/** `lundi 23 novembre`, by the shop's calendar. */
export function dateText(at: Instant, locale: MessageLocale, timeZone: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone,
  }).format(at);
}

/** `10:30`, by the shop's clock. */
export function timeText(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(at);
}
