import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";
import type { CalendarColumn } from "../calendar-column.ts";
import { useDayText } from "../time/use-day-text.ts";

interface Props {
  readonly columns: readonly CalendarColumn[];
  readonly open: string;
  readonly week: boolean;
  readonly onOpen: (tab: string) => void;
}

/** Which column is meant, on other days too: the person's, or in a week the day's. */
export function tabOf({ date, provider }: CalendarColumn, week: boolean): string {
  return week ? date : (provider?.id ?? date);
}

/** On a narrow screen: whose column, or which day's. */
export function PersonTabs({ columns, open, week, onOpen }: Props) {
  const { t } = useTranslation("console");
  const text = useDayText();
  return (
    <div
      role="group"
      aria-label={t("calendar.columns")}
      className="-mx-3 flex gap-1 overflow-x-auto px-3 py-1"
    >
      {columns.map((column) => {
        const { key, date, provider, bookings } = column;
        const tab = tabOf(column, week);
        return (
          <button
            key={key}
            type="button"
            aria-pressed={tab === open}
            onClick={() => onOpen(tab)}
            className={classNames(
              "flex min-h-11 items-center gap-2 rounded-lg px-3 text-sm font-medium whitespace-nowrap",
              tab === open ? "bg-accent text-accent-ink" : "bg-surface hover:bg-sunken",
            )}
          >
            {week ? `${text.weekday(date)} ${text.dayOfMonth(date)}` : provider?.name}
            <span className="tabular-nums opacity-80">{bookings.length}</span>
          </button>
        );
      })}
    </div>
  );
}
