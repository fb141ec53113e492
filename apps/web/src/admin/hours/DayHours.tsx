import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { INPUT_STYLE } from "../../ui/Field.tsx";
import type { OpeningHours } from "./HoursSection.tsx";
import type { Weekday } from "./weekdays.ts";

type Periods = OpeningHours[Weekday];

interface Props {
  readonly day: Weekday;
  readonly periods: Periods;
  readonly onChange: (periods: Periods) => void;
  /** What stands where there are no times; "closed" unless told. */
  readonly none?: string;
}

const MOST_PERIODS = 4;

/** A day's opening times. A time field knows no 24:00, so closing at 00:00 stands for midnight. */
export function DayHours({ day, periods, onChange, none = "hours.closed" }: Props) {
  const { t } = useTranslation("admin");
  const name = t(`day.${day}`);
  const change = (at: number, part: "opens" | "closes", value: string) => {
    const written = part === "closes" && value === "00:00" ? "24:00" : value;
    onChange(periods.map((period, index) => (index === at ? { ...period, [part]: written } : period)));
  };
  return (
    <fieldset className="grid grid-cols-1 items-start gap-2 border-b border-line py-3 sm:grid-cols-[9rem_1fr]">
      <legend className="float-left pt-2.5 font-medium sm:contents">
        <span className="sm:pt-2.5">{name}</span>
      </legend>
      <div className="flex flex-col gap-2">
        {periods.length === 0 && <p className="py-2.5 text-ink-soft">{t(none)}</p>}
        {periods.map((period, index) => (
          <div key={index} className="flex flex-wrap items-center gap-2">
            {(["opens", "closes"] as const).map((part) => (
              <input
                key={part}
                type="time"
                required
                aria-label={t(`hours.${part}`, { day: name })}
                className={`${INPUT_STYLE} !w-36`}
                value={period[part] === "24:00" ? "00:00" : period[part]}
                onChange={(event) => change(index, part, event.currentTarget.value)}
              />
            ))}
            <Button
              variant="quiet"
              size="icon"
              label={t("hours.remove", { day: name })}
              onPress={() => onChange(periods.filter((_, at) => at !== index))}
            >
              <Icon name="close" />
            </Button>
          </div>
        ))}
        {periods.length < MOST_PERIODS && (
          <Button
            variant="quiet"
            className="self-start"
            label={t("hours.add-to", { day: name })}
            onPress={() => onChange([...periods, nextPeriod(periods)])}
          >
            <Icon name="add" />
            {t("hours.add")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

const nextPeriod = (periods: Periods) =>
  periods.length === 0 ? { opens: "08:00", closes: "17:00" } : { opens: "15:00", closes: "18:00" };
