import type { StaffQueue } from "@callnext/protocol";
import { useShownRange } from "@callnext/react";
import { useTranslation } from "react-i18next";
import { Badge } from "../../../ui/Badge.tsx";
import { QueueStatusMenu } from "./QueueStatusMenu.tsx";
import { rangeText } from "./range-text.ts";

const TONES = { paused: "warn", closed: "bad" } as const;

interface Props {
  readonly queue: StaffQueue;
  readonly waiting: number;
}

export function QueueHeader({ queue, waiting }: Props) {
  const { t } = useTranslation("console");
  const range = useShownRange(queue.waits.at(-1));
  const full = queue.capacity !== null && waiting >= queue.capacity;
  return (
    <header className="flex items-center gap-3 border-b border-line py-3 pr-2 pl-4">
      <span
        aria-hidden
        className="flex size-11 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-lg font-bold text-accent"
      >
        {queue.prefix}
      </span>
      <div className="min-w-0 grow">
        <h3 id={`queue-${queue.id}`} className="truncate text-base font-semibold">
          {queue.name}
        </h3>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-soft tabular-nums">
          <span className="font-semibold text-ink">{t("queue.waiting", { count: waiting })}</span>
          {range !== null && <span title={t("queue.wait-hint")}>{rangeText(t, range)}</span>}
          {queue.longer_than_usual && <Badge tone="warn">{t("queue.longer")}</Badge>}
          {(queue.status !== "open" || full) && (
            <Badge tone={queue.status === "open" ? "bad" : TONES[queue.status]}>
              {queue.status === "open" ? t("queue.full") : t(`queue-status.${queue.status}`)}
            </Badge>
          )}
        </p>
      </div>
      <QueueStatusMenu queue={queue} />
    </header>
  );
}
