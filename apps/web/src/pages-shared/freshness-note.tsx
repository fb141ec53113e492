import type { CallnextClient } from "@callnext/client";
import { formatTime } from "../i18n/format-time.ts";
import { useShared } from "./speech.tsx";
import { useReadable } from "./use-readable.ts";

interface Props {
  readonly client: CallnextClient;
  readonly stale: boolean;
  /** ms since the epoch; 0: never. */
  readonly provedAt: number;
}

/** Says whether what is shown is live, and since when it is not. */
export function FreshnessNote({ client, stale, provedAt }: Props) {
  const t = useShared();
  const live = useReadable(client.connection).kind === "live";
  if (stale) {
    const text =
      provedAt > 0
        ? t("fresh.staleSince", { time: formatTime(provedAt, { seconds: true }) })
        : t("fresh.stale");
    return (
      <p className="fresh fresh-stale" role="status" data-testid="stale">
        {text}
      </p>
    );
  }
  return (
    <p className={live ? "fresh fresh-live" : "fresh fresh-polling"} role="status" data-testid="freshness">
      <span className="fresh-dot" aria-hidden="true" />
      {live ? t("fresh.live") : t("fresh.polling")}
    </p>
  );
}
