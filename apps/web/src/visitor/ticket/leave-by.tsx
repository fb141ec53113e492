import { useState } from "react";
import { formatTime } from "../../i18n/format-time.ts";
import { browserStorage } from "../../pages-shared/browser-storage.ts";
import { useNow } from "../../pages-shared/use-now.ts";
import type { WaitRange } from "../wire.ts";
import { useTicketWords } from "./catalogue.ts";

const AWAY = [0, 5, 10, 15, 20, 30, 45, 60] as const;
const KEY = "callnext:minutes-away";
const MINUTE = 60_000;

/** For whoever waits elsewhere: when to set out, so that nine times out of ten they are here before the call. */
export function LeaveBy({ wait }: { readonly wait: WaitRange }) {
  const t = useTicketWords();
  const now = useNow(10_000);
  const [away, setAway] = useState(() => Number(browserStorage()?.getItem(KEY) ?? 0));
  const choose = (minutes: number): void => {
    setAway(minutes);
    browserStorage()?.setItem(KEY, String(minutes));
  };
  const leaveAt = now + (wait[2] - away) * MINUTE;
  return (
    <div className="leave-by">
      <label>
        <span>{t("leaveBy.label")}</span>
        <select value={away} onChange={(event) => choose(Number(event.currentTarget.value))}>
          {AWAY.map((minutes) => (
            <option key={minutes} value={minutes}>
              {minutes === 0 ? t("leaveBy.here") : t("leaveBy.minutes", { minutes })}
            </option>
          ))}
        </select>
      </label>
      {away === 0 ? null : (
        <p role="status" data-testid="leave-by">
          {leaveAt <= now ? t("leaveBy.now") : t("leaveBy.at", { time: formatTime(leaveAt) })}
        </p>
      )}
    </div>
  );
}
