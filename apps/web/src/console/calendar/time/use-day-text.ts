import { useTranslation } from "react-i18next";
import { formatDate } from "../../../i18n/format-date.ts";
import { isLanguage } from "../../../i18n/languages.ts";
import { WOLOF_WEEKDAYS } from "../../../i18n/wolof-table.ts";

export interface DayText {
  /** `dimanche 22 novembre 2026` */
  readonly long: (date: string) => string;
  /** `dim.` */
  readonly weekday: (date: string) => string;
  /** `22` */
  readonly dayOfMonth: (date: string) => string;
}

/** A day without a time has no zone: it is written as of noon at Greenwich. */
const noon = (date: string): number => Date.parse(`${date}T12:00Z`);

export function useDayText(): DayText {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : "fr";
  return {
    long: (date) => formatDate(noon(date), language, "UTC"),
    weekday: (date) => {
      if (language === "wo") return (WOLOF_WEEKDAYS[new Date(noon(date)).getUTCDay()] ?? "").slice(0, 3);
      const locale = language === "fr" ? "fr-FR" : "en-GB";
      return new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" }).format(noon(date));
    },
    dayOfMonth: (date) => String(Number(date.slice(8))),
  };
}
