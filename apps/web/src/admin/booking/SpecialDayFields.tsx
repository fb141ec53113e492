import type { StaffShop } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { isDate, weekdayOf } from "../../console/calendar/time/calendar-date.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { DayHours } from "../hours/DayHours.tsx";

type SpecialDay = StaffShop["special_days"][number];

interface Props {
  readonly day: SpecialDay;
  readonly onChange: (day: SpecialDay) => void;
  readonly onRemove: () => void;
}

export function SpecialDayFields({ day, onChange, onRemove }: Props) {
  const { t } = useTranslation("admin");
  return (
    <div className="rounded-xl border border-line p-4">
      <div className="grid items-end gap-3 sm:grid-cols-[12rem_1fr_auto]">
        <TextField
          label={t("special-days.date")}
          type="date"
          required
          value={day.date}
          onChange={(date) => onChange({ ...day, date })}
        />
        <TextField
          label={t("special-days.label")}
          maxLength={80}
          value={day.label}
          onChange={(label) => onChange({ ...day, label })}
        />
        <Button
          variant="quiet"
          className="!text-bad"
          label={t("special-days.remove-of", { day: day.date })}
          onPress={onRemove}
        >
          {t("special-days.remove")}
        </Button>
      </div>
      {isDate(day.date) && (
        <DayHours
          day={weekdayOf(day.date)}
          periods={day.periods}
          onChange={(periods) => onChange({ ...day, periods })}
        />
      )}
    </div>
  );
}
