import { formatTime } from "../i18n/format-time.ts";
import { useShared } from "../pages-shared/speech.tsx";

/** For pages that ask now and then: only that, and since when, the answer is missing. */
export function StaleNote({ provedAt }: { readonly provedAt: number }) {
  const t = useShared();
  const time = formatTime(provedAt, { seconds: true });
  return (
    <p className="fresh fresh-stale" role="status" data-testid="stale">
      {t("fresh.staleSince", { time })}
    </p>
  );
}
