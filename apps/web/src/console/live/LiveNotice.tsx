import type { TopicState } from "@callnext/client";
import { useConnection } from "@callnext/react";
import { useTranslation } from "react-i18next";
import { formatTime } from "../../i18n/format-time.ts";
import { Icon } from "../../ui/Icon.tsx";

interface Props {
  readonly topic: Pick<TopicState, "stale" | "restored" | "provedAt">;
  readonly timeZone?: string;
}

/** Says that what is shown may be old, or comes by polling; silent while everything is live. */
export function LiveNotice({ topic, timeZone }: Props) {
  const { t } = useTranslation("console");
  const connection = useConnection();
  const polling = (connection.kind === "waiting" || connection.kind === "connecting") && connection.polling;
  const zone = timeZone === undefined ? {} : { timeZone };
  const stale = topic.stale || topic.restored;
  return (
    <div aria-live="polite" className="sticky top-16 z-10">
      {stale && (
        <p className="flex items-center justify-center gap-2 bg-bad-soft px-4 py-2.5 text-center font-semibold text-bad">
          <Icon name="alert" />
          {topic.provedAt === 0
            ? t("live.never")
            : t("live.stale", { time: formatTime(topic.provedAt, { ...zone, seconds: true }) })}
        </p>
      )}
      {polling && !stale && (
        <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-2.5 text-center font-medium text-warn">
          <Icon name="alert" />
          {t("live.polling")}
        </p>
      )}
    </div>
  );
}
