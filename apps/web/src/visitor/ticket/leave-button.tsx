import { useEffect, useRef, useState } from "react";
import { useTicketWords } from "./catalogue.ts";

/** Giving up one's place asks twice: it cannot be taken back. */
export function LeaveButton({ busy, onLeave }: { readonly busy: boolean; readonly onLeave: () => void }) {
  const t = useTicketWords();
  const [asking, setAsking] = useState(false);
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) stay.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button
        type="button"
        className="button button-plain"
        data-testid="leave"
        onClick={() => setAsking(true)}
      >
        {t("leave.ask")}
      </button>
    );
  }
  return (
    <div className="card leave" role="group" aria-labelledby="leave-question">
      <h2 id="leave-question">{t("leave.question")}</h2>
      <p className="quiet">{t("leave.warning")}</p>
      <div className="leave-answers">
        <button type="button" ref={stay} className="button" onClick={() => setAsking(false)}>
          {t("leave.stay")}
        </button>
        <button
          type="button"
          className="button button-bad"
          data-testid="leave-yes"
          aria-disabled={busy}
          onClick={onLeave}
        >
          {t("leave.yes")}
        </button>
      </div>
    </div>
  );
}
