import type { SlotsAnswer } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { addDays } from "../../calendar/time/calendar-date.ts";
import { useDayText } from "../../calendar/time/use-day-text.ts";

interface Props {
  readonly from: string;
  readonly date: string;
  /** Null while it is looked up. */
  readonly days: SlotsAnswer["days"] | null;
  readonly onDate: (date: string) => void;
  readonly onFrom: (date: string) => void;
  /** Nothing before it can be booked. */
  readonly atFirst: boolean;
}

/** Seven days, each with how much is free. */
export function DayStrip({ from, date, days, onDate, onFrom, atFirst }: Props) {
  const { t } = useTranslation("console");
  const text = useDayText();
  return (
    <div role="group" aria-label={t("booking.day")} className="flex items-stretch gap-1">
      <Button
        variant="quiet"
        className="!min-h-16 !px-2"
        label={t("booking.days-before")}
        blocked={atFirst ? t("booking.no-past") : null}
        onPress={() => onFrom(addDays(from, -7))}
      >
        <Icon name="back" />
      </Button>
      <div className="grid grow grid-cols-4 gap-1 sm:grid-cols-7">
        {Array.from({ length: 7 }, (_, index) => addDays(from, index)).map((day) => {
          const count = days?.find((each) => each.date === day)?.slots.length ?? 0;
          return (
            <button
              key={day}
              type="button"
              aria-pressed={day === date}
              onClick={() => onDate(day)}
              className={classNames(
                "flex min-h-16 flex-col items-center justify-center rounded-lg border px-1 text-sm",
                day === date ? "border-accent bg-accent text-accent-ink" : "border-line hover:bg-sunken",
              )}
            >
              <span className="sr-only">{t("booking.day-free", { day: text.long(day), count })}</span>
              <span aria-hidden className="font-medium">
                {text.weekday(day)}
              </span>
              <span aria-hidden className="text-base font-bold tabular-nums">
                {text.dayOfMonth(day)}
              </span>
              <span aria-hidden className={day === date ? "text-xs" : "text-xs text-ink-soft"}>
                {days === null ? "…" : count === 0 ? "–" : count}
              </span>
            </button>
          );
        })}
      </div>
      <Button
        variant="quiet"
        className="!min-h-16 !px-2"
        label={t("booking.days-after")}
        onPress={() => onFrom(addDays(from, 7))}
      >
        <Icon name="forward" />
      </Button>
    </div>
  );
}
