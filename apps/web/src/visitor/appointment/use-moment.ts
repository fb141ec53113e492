import { formatTime } from "../../i18n/format-time.ts";
import { dayText } from "../../pages-shared/i18n/day-text.ts";
import { useLanguage } from "../../pages-shared/speech.tsx";

/** Says a moment as the shop's day and time, for texts that name both. */
export function useMoment(
  timeZone: string,
): (iso: string) => { readonly day: string; readonly time: string } {
  const { language } = useLanguage();
  return (iso) => {
    const at = Date.parse(iso);
    return { day: dayText(at, timeZone, language), time: formatTime(at, { timeZone }) };
  };
}
