import { formatTime } from "../../i18n/format-time.ts";
import { dayText } from "../../pages-shared/i18n/day-text.ts";
import { useNow } from "../../pages-shared/use-now.ts";
import type { Screen } from "./screen.ts";

/** The shop's own time, corrected by the server's clock. */
export function BoardClock({ facts, language, clockOffset }: Screen) {
  const at = useNow(1_000) + clockOffset;
  const timeZone = facts.settings.time_zone;
  return (
    <div className="clock">
      <time className="clock-time" data-testid="clock">
        {formatTime(at, { timeZone })}
      </time>
      <span className="clock-day">{dayText(at, timeZone, language)}</span>
    </div>
  );
}
