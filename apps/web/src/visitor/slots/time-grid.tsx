import { useSlotsWords } from "./catalogue.ts";
import type { DayPart, FreeTime } from "./times-of-day.ts";

interface Props {
  readonly times: readonly FreeTime[];
  readonly busy: boolean;
  readonly onPick: (time: FreeTime) => void;
}

const PARTS: readonly DayPart[] = ["morning", "afternoon", "evening"];

/** A day's free times, a button each. */
export function TimeGrid({ times, busy, onPick }: Props) {
  const t = useSlotsWords();
  return (
    <>
      {PARTS.map((part) => {
        const those = times.filter((time) => time.part === part);
        if (those.length === 0) return null;
        return (
          <div key={part} role="group" aria-labelledby={`part-${part}`}>
            <h3 id={`part-${part}`} className="times-part">
              {t(`part.${part}`)}
            </h3>
            <div className="times">
              {those.map((time) => (
                <button
                  key={time.start}
                  type="button"
                  className="time"
                  data-testid="time"
                  data-start={time.start}
                  aria-disabled={busy}
                  onClick={() => (busy ? undefined : onPick(time))}
                >
                  {time.label}
                </button>
              ))}
            </div>
          </div>
        );
      })}
    </>
  );
}
