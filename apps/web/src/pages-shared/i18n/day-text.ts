import type { Language } from "../../i18n/languages.ts";
import { WOLOF_MONTHS, WOLOF_WEEKDAYS } from "../../i18n/wolof-table.ts";

const ENGLISH_DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** "Sunday 22 November", the day it is in that zone. Without `formatToParts`, which old televisions lack. */
export function dayText(at: number, timeZone: string, language: Language): string {
  if (language !== "wo") {
    const wanted = { timeZone, weekday: "long", day: "numeric", month: "long" } as const;
    return new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", wanted).format(at).replace(",", "");
  }
  const field = (option: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat("en-GB", { timeZone, ...option }).format(at);
  const weekday = WOLOF_WEEKDAYS[ENGLISH_DAYS.indexOf(field({ weekday: "short" }).slice(0, 3))] ?? "";
  const month = WOLOF_MONTHS[Number.parseInt(field({ month: "numeric" }), 10) - 1] ?? "";
  return `${weekday} ${Number.parseInt(field({ day: "numeric" }), 10)} ${month}`;
}
