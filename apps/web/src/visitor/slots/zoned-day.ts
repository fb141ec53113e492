import type { Language } from "../../i18n/languages.ts";
import { WOLOF_MONTHS, WOLOF_WEEKDAYS } from "../../i18n/wolof-table.ts";

/** A day of the calendar, `2026-11-22`. */
export type DayKey = string;

const DAY_MS = 86_400_000;

/** The day it is then in that zone. */
export function dayOf(at: number, timeZone: string): DayKey {
  const wanted = { timeZone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const parts = new Intl.DateTimeFormat("en-GB", wanted).formatToParts(at);
  const part = (type: string): string => (parts.find((each) => each.type === type) ?? { value: "" }).value;
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** So many days later; days of the calendar know no zone and no daylight saving. */
export function addDays(day: DayKey, days: number): DayKey {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days lie between two. */
export function daysBetween(from: DayKey, to: DayKey): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

export interface DayWords {
  /** "Sun", "dim", "Dib". */
  readonly weekday: string;
  /** "22". */
  readonly number: string;
  /** "Nov". */
  readonly month: string;
}

/** A day as a small calendar leaf shows it. */
export function dayWords(day: DayKey, language: Language): DayWords {
  const at = new Date(`${day}T12:00:00Z`);
  const number = String(at.getUTCDate());
  if (language === "wo")
    return {
      weekday: (WOLOF_WEEKDAYS[at.getUTCDay()] ?? "").slice(0, 3),
      number,
      month: (WOLOF_MONTHS[at.getUTCMonth()] ?? "").slice(0, 3),
    };
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const short = (wanted: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...wanted }).format(at).replace(/\.$/, "");
  return { weekday: short({ weekday: "short" }), number, month: short({ month: "short" }) };
}
