import { useLanguage } from "../../pages-shared/speech.tsx";
import { useSlotsWords } from "./catalogue.ts";
import { type DayKey, dayWords } from "./zoned-day.ts";

export interface DayChoice {
  readonly day: DayKey;
  /** How many times are free on it. */
  readonly free: number;
  /** Why it is special, as the shop calls it: a holiday. */
  readonly label: string | null;
}

interface Props {
  readonly days: readonly DayChoice[];
  readonly chosen: DayKey | null;
  readonly onChoose: (day: DayKey) => void;
  /** Null: there are none. */
  readonly onEarlier: (() => void) | null;
  readonly onLater: (() => void) | null;
}

/** A week as small calendar leaves. */
export function DayStrip({ days, chosen, onChoose, onEarlier, onLater }: Props) {
  const t = useSlotsWords();
  return (
    <div className="days" role="group" aria-label={t("days")}>
      <ol className="day-strip">
        {days.map((choice) => (
          <li key={choice.day}>
            <DayLeaf choice={choice} chosen={choice.day === chosen} onChoose={() => onChoose(choice.day)} />
          </li>
        ))}
      </ol>
      <div className="day-turns">
        <Turn text={`← ${t("earlier")}`} name="earlier" onTurn={onEarlier} />
        <Turn text={`${t("later")} →`} name="later" onTurn={onLater} />
      </div>
    </div>
  );
}

function DayLeaf({
  choice: { day, free, label },
  chosen,
  onChoose,
}: {
  readonly choice: DayChoice;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  const t = useSlotsWords();
  const { language } = useLanguage();
  const { weekday, number, month } = dayWords(day, language);
  return (
    <button
      type="button"
      className="day"
      data-testid="day"
      data-day={day}
      data-free={free}
      disabled={free === 0}
      aria-pressed={chosen}
      title={label ?? undefined}
      onClick={onChoose}
    >
      <span className="day-weekday">{weekday} </span>
      <span className="day-number">{number} </span>
      <span className="day-month">{month}</span>
      <span className="only-spoken">
        {label === null ? "" : `, ${label}`}, {free === 0 ? t("none") : t("free", { count: free })}
      </span>
    </button>
  );
}

function Turn({
  text,
  name,
  onTurn,
}: {
  readonly text: string;
  readonly name: string;
  readonly onTurn: (() => void) | null;
}) {
  return (
    <button
      type="button"
      className="day-turn"
      data-testid={name}
      disabled={onTurn === null}
      onClick={onTurn ?? undefined}
    >
      {text}
    </button>
  );
}
