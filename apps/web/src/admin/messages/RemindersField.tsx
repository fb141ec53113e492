import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { freeLeadTime, LEAD_TIMES, leadTime, MOST_REMINDERS } from "./lead-times.ts";

interface Props {
  readonly minutes: readonly number[];
  readonly onChange: (minutes: readonly number[]) => void;
}

export function RemindersField({ minutes, onChange }: Props) {
  const { t } = useTranslation("admin");
  const say = (lead: number): string => {
    const { unit, count } = leadTime(lead);
    return t(`message-page.lead-${unit}`, { count });
  };
  const next = freeLeadTime(minutes);
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t("message-page.reminders")}</legend>
      {minutes.length === 0 && <p className="mb-3 text-sm text-ink-soft">{t("message-page.no-reminders")}</p>}
      <ul className="flex flex-col gap-3">
        {minutes.map((lead, index) => (
          <li key={lead} className="flex flex-wrap items-end gap-3">
            <SelectField
              className="min-w-48"
              label={t("message-page.reminder-number", { number: index + 1 })}
              value={String(lead)}
              choices={[...new Set([...LEAD_TIMES, lead])]
                .filter((each) => each === lead || !minutes.includes(each))
                .toSorted((a, b) => a - b)
                .map((each) => ({ value: String(each), text: say(each) }))}
              onChange={(value) => onChange(minutes.with(index, Number(value)))}
            />
            <Button
              variant="quiet"
              label={t("message-page.reminder-drop-of", { when: say(lead) })}
              onPress={() => onChange(minutes.filter((each) => each !== lead))}
            >
              {t("message-page.reminder-drop")}
            </Button>
          </li>
        ))}
      </ul>
      {minutes.length < MOST_REMINDERS && next !== undefined && (
        <div className="mt-3" data-testid="reminder-add">
          <Button onPress={() => onChange([...minutes, next])}>{t("message-page.reminder-add")}</Button>
        </div>
      )}
    </fieldset>
  );
}
