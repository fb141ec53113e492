import type { OwnWaiting } from "@callnext/protocol";
import { formatTime } from "../../i18n/format-time.ts";
import { dayText } from "../../pages-shared/i18n/day-text.ts";
import { useLanguage } from "../../pages-shared/speech.tsx";
import { useNow } from "../../pages-shared/use-now.ts";
import { useWaitingWords } from "./catalogue.ts";
import type { Waiting } from "./use-waiting.ts";

/** A time that came free, kept for this visitor for a while. */
export function OfferCard({ answer, waiting }: { readonly answer: OwnWaiting; readonly waiting: Waiting }) {
  const t = useWaitingWords();
  const { language } = useLanguage();
  const now = useNow(1_000);
  const { offer } = answer.waiting;
  if (offer === null) return null;
  const timeZone = answer.shop.time_zone;
  const start = Date.parse(offer.appointment_time);
  const left = Math.max(1, Math.ceil((Date.parse(offer.until) - now) / 60_000));
  const busy = waiting.busy !== null;
  return (
    <section className="card offer" role="alert" data-testid="offer" data-start={offer.appointment_time}>
      <h1>{t("offered.title")}</h1>
      <p className="offer-day">{dayText(start, timeZone, language)}</p>
      <p className="offer-time">{formatTime(start, { timeZone })}</p>
      <p className="quiet">{offer.provider_name}</p>
      <p aria-live="off">{t("offered.kept", { count: left })}</p>
      <button
        type="button"
        className="button button-main"
        data-testid="take"
        aria-disabled={busy}
        onClick={() => void waiting.take()}
      >
        {t(waiting.busy === "take" ? "offered.taking" : "offered.take")}
      </button>
      <button
        type="button"
        className="button"
        data-testid="decline"
        aria-disabled={busy}
        onClick={() => void waiting.decline()}
      >
        {t("offered.decline")}
      </button>
    </section>
  );
}
