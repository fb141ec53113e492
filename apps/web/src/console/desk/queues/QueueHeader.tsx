import type { StaffQueue } from "@callnext/protocol";
import { useTranslation } from "react-i18next";
import { Badge } from "../../../ui/Badge.tsx";
import { QueueStatusMenu } from "./QueueStatusMenu.tsx";

const TONES = { open: "good", paused: "warn", closed: "bad" } as const;

interface Props {
  readonly queue: StaffQueue;
  readonly waiting: number;
}

export function QueueHeader({ queue, waiting }: Props) {
  const { t } = useTranslation("console");
  const range = queue.waits.at(-1);
  const full = queue.capacity !== null && waiting >= queue.capacity;
  return (
    <header className="flex items-center gap-3 border-b border-line py-3 pr-2 pl-4">
      <span aria-hidden className="flex size-11 shrink-0 items-center justify-center rounded-xl bg-accent-soft text-lg font-bold text-accent">
        {queue.prefix}
      </span>
      <div className="min-w-0 grow">
        <h3 id={`queue-${queue.id}`} className="truncate text-base font-semibold">
          {queue.name}
        </h3>
        <p className="text-sm text-ink-soft">
          {t("queue.waiting", { count: waiting })}
          {range !== undefined && ` · ${t("queue.wait-now", { from: range[0], to: range[1] })}`}
        </p>
      </div>
      <div className="flex shrink-0 flex-col items-end gap-1">
        <Badge tone={TONES[queue.status]}>{t(`queue-status.${queue.status}`)}</Badge>
        {full && <Badge tone="bad">{t("queue.full")}</Badge>}
      </div>
      <QueueStatusMenu queue={queue} />
    </header>
  );
}
