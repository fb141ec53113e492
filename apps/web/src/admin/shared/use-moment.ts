import { useTranslation } from "react-i18next";
import { formatDate } from "../../i18n/format-date.ts";
import { formatTime } from "../../i18n/format-time.ts";
import { isLanguage } from "../../i18n/languages.ts";

/** Writes a moment of the wire as day and time, in the reader's language and zone. */
export function useMoment(): (iso: string) => { readonly day: string; readonly time: string } {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : "fr";
  return (iso) => {
    const at = Date.parse(iso);
    return { day: formatDate(at, language), time: formatTime(at, { seconds: true }) };
  };
}
