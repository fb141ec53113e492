import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { DayHours } from "../hours/DayHours.tsx";
import { WEEKDAYS } from "../hours/weekdays.ts";
import type { PatternDraft } from "./provider-draft.ts";

interface Props {
  readonly pattern: PatternDraft;
  readonly onChange: (part: Partial<PatternDraft>) => void;
  readonly onRemove: () => void;
}

/** One plan of a week: from when on, until when, and in which weeks. */
export function PatternFields({ pattern, onChange, onRemove }: Props) {
  const { t } = useTranslation("admin");
  return (
    <div className="rounded-xl border border-line p-4">
      <div className="grid gap-3 sm:grid-cols-3">
        <TextField
          label={t("patterns.from")}
          type="date"
          required
          value={pattern.from}
          onChange={(from) => onChange({ from })}
        />
        <TextField
          label={t("patterns.until")}
          type="date"
          value={pattern.until}
          onChange={(until) => onChange({ until })}
          hint={t("patterns.until-hint")}
        />
        <TextField
          label={t("patterns.every")}
          type="number"
          min={1}
          max={52}
          required
          value={pattern.every_weeks}
          onChange={(every_weeks) => onChange({ every_weeks })}
          hint={t("patterns.every-hint")}
        />
      </div>
      {WEEKDAYS.map((day) => (
        <DayHours
          key={day}
          day={day}
          periods={pattern.periods[day]}
          onChange={(periods) => onChange({ periods: { ...pattern.periods, [day]: periods } })}
          none="patterns.free"
        />
      ))}
      <Button
        variant="quiet"
        className="mt-2 !text-bad"
        label={t("patterns.remove-of", { day: pattern.from })}
        onPress={onRemove}
      >
        {t("patterns.remove")}
      </Button>
    </div>
  );
}
