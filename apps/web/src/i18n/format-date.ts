import type { Language } from "./languages.ts";
import { WOLOF_MONTHS, WOLOF_WEEKDAYS } from "./wolof-table.ts";

/** A day in words with its weekday: `dimanche 22 novembre 2026`, `Dibéer 22 Nowàmbar, 2026`, `Sunday 22 November 2026`. */
export function formatDate(at: Date | number, language: Language, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  if (language === "wo") return wolofDate(at, zone);
  return new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    ...zone,
  }).format(at);
}

function wolofDate(at: Date | number, zone: { timeZone?: string }): string {
  // Digits in the wanted zone first; the weekday then follows from the date alone.
  const parts = new Intl.DateTimeFormat("en-GB", {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    ...zone,
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const [year, month, day] = [part("year"), part("month"), part("day")];
  const weekday = WOLOF_WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? "";
  return `${weekday} ${day} ${WOLOF_MONTHS[month - 1] ?? ""}, ${year}`;
}
