import type { ForecastRecordAnswer } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { formatDate } from "../../i18n/format-date.ts";
import { isLanguage } from "../../i18n/languages.ts";

interface Props {
  readonly days: ForecastRecordAnswer["days"];
  readonly promised: number;
}

/** Each day's share of waits in range, with the line at which it should stand. */
export function ForecastDays({ days, promised }: Props) {
  const { t, i18n } = useTranslation("admin");
  const language = isLanguage(i18n.language) ? i18n.language : "fr";
  const percent = new Intl.NumberFormat(i18n.language, { style: "percent" });
  const known = days.filter(({ inside }) => inside !== null);
  if (known.length === 0) return null;
  return (
    <figure className="m-0 flex flex-col gap-1">
      <figcaption className="text-sm text-ink-soft">
        {t("forecasts.by-day", { share: percent.format(promised) })}
      </figcaption>
      <ol className="relative m-0 flex h-28 list-none items-end gap-1 p-0">
        <li
          aria-hidden
          className="pointer-events-none absolute inset-x-0 border-t-2 border-dashed border-ink-soft"
          style={{ bottom: `${100 * promised}%` }}
        />
        {known.map(({ day, inside, settled }) => {
          const share = inside ?? 0;
          const text = t("forecasts.day", {
            day: formatDate(Date.parse(`${day}T12:00Z`), language, "UTC"),
            share: percent.format(share),
            count: settled,
          });
          return (
            <li key={day} title={text} className="flex h-full min-w-2 grow items-end">
              <span className="w-full rounded-t bg-accent" style={{ height: `${100 * share}%` }} />
              <span className="sr-only">{text}</span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
