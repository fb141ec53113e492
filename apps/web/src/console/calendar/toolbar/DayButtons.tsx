import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { INPUT_STYLE } from "../../../ui/Field.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { addDays, isDate } from "../time/calendar-date.ts";

interface Props {
  readonly day: string;
  readonly today: string;
  /** A step is a week. */
  readonly week: boolean;
  readonly onDay: (date: string) => void;
}

export function DayButtons({ day, today, week, onDay }: Props) {
  const { t } = useTranslation("console");
  const step = week ? 7 : 1;
  return (
    <div role="group" aria-label={t("calendar.go")} className="flex items-center gap-1">
      <Button
        size="icon"
        label={t(week ? "calendar.week-before" : "calendar.day-before")}
        onPress={() => onDay(addDays(day, -step))}
      >
        <Icon name="back" />
      </Button>
      <Button onPress={() => onDay(today)}>{t("calendar.today")}</Button>
      <Button
        size="icon"
        label={t(week ? "calendar.week-after" : "calendar.day-after")}
        onPress={() => onDay(addDays(day, step))}
      >
        <Icon name="forward" />
      </Button>
      <input
        type="date"
        aria-label={t("calendar.pick")}
        className={classNames(INPUT_STYLE, "!w-40")}
        value={day}
        onChange={(event) => isDate(event.currentTarget.value) && onDay(event.currentTarget.value)}
      />
    </div>
  );
}
