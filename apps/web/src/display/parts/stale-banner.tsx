import { formatTime } from "../../i18n/format-time.ts";
import type { BoardTranslate } from "../catalogue.ts";

interface Props {
  readonly t: BoardTranslate;
  /** When the screen was last proved right, ms since the epoch; 0: never. */
  readonly provedAt: number;
  readonly timeZone: string;
}

/** Said as soon as freshness cannot be proved: an old board that looks live misleads a whole room. */
export function StaleBanner({ t, provedAt, timeZone }: Props) {
  const text =
    provedAt > 0
      ? t("stale.since", { time: formatTime(provedAt, { timeZone, seconds: true }) })
      : t("stale.never");
  return (
    <p className="stale" role="status" data-testid="stale">
      <strong>{text}</strong> <span>{t("stale.advice")}</span>
    </p>
  );
}
