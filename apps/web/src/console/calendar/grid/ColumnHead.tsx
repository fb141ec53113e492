import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { takesTime } from "../../booking/logic/booking-steps.ts";
import type { CalendarColumn } from "../calendar-column.ts";
import { useDayText } from "../time/use-day-text.ts";
import { WalkInButton } from "./WalkInButton.tsx";

interface Props {
  readonly column: CalendarColumn;
  readonly week: boolean;
  readonly today: string;
  readonly now: number;
}

export function ColumnHead({ column, week, today, now }: Props) {
  const { t } = useTranslation("console");
  const text = useDayText();
  const { date, provider, bookings, special } = column;
  const count = bookings.filter((each) => takesTime(each) || each.status === "completed").length;
  return (
    <div
      id={`column-${column.key.replace(" ", "-")}`}
      className="sticky top-0 z-20 flex min-h-14 flex-wrap items-center justify-between gap-x-2 border-b border-l border-line bg-surface px-3 py-1.5"
    >
      <div className="min-w-0">
        {week ? (
          <Link
            to="."
            search={({ week: _week, person: _person, day: _day, ...rest }) =>
              date === today ? rest : { ...rest, day: date }
            }
            aria-current={date === today ? "date" : undefined}
            className="inline-flex min-h-11 items-center gap-1.5 text-base font-semibold aria-[current=date]:text-accent hover:underline"
          >
            <span aria-hidden>
              {text.weekday(date)} {text.dayOfMonth(date)}
            </span>
            <span className="sr-only">{text.long(date)}</span>
          </Link>
        ) : (
          <h3 className="truncate text-base font-semibold" title={provider?.name}>
            {provider?.name}
          </h3>
        )}
        {special !== "" && <p className="truncate text-xs font-semibold text-warn">{special}</p>}
        {!week && <p className="text-xs text-ink-soft">{t("calendar.booked", { count })}</p>}
      </div>
      {week ? (
        <span className="text-sm text-ink-soft tabular-nums" title={t("calendar.booked", { count })}>
          {count}
        </span>
      ) : (
        date === today && <WalkInButton column={column} now={now} />
      )}
    </div>
  );
}
