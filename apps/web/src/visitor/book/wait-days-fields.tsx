import { useBookWords } from "./catalogue.ts";
import { DAY_PARTS, type WaitDays } from "./use-wait-days.ts";

interface Props {
  readonly days: WaitDays;
  readonly today: string;
  readonly lastDay: string;
}

export function WaitDaysFields({ days, today, lastDay }: Props) {
  const t = useBookWords();
  const range = { min: today, max: lastDay, "aria-invalid": days.wrong !== null } as const;
  return (
    <>
      <div className="pair">
        <div className="field">
          <label htmlFor="wait-from">{t("wait.from")}</label>
          <input
            id="wait-from"
            type="date"
            {...range}
            value={days.from}
            onInput={(event) => days.setFrom(event.currentTarget.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="wait-until">{t("wait.until")}</label>
          <input
            id="wait-until"
            type="date"
            {...range}
            value={days.until}
            onInput={(event) => days.setUntil(event.currentTarget.value)}
          />
        </div>
      </div>
      {days.wrong === null ? null : (
        <p className="wrong" role="alert">
          {days.wrong}
        </p>
      )}
      <fieldset className="parts">
        <legend>{t("wait.part")}</legend>
        {DAY_PARTS.map((part) => (
          <label key={part} className="part">
            <input
              type="radio"
              name="part"
              checked={days.part === part}
              onChange={() => days.setPart(part)}
            />
            <span>{t(`wait.parts.${part}`)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}
