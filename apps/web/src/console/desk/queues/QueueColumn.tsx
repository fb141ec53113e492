import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useDesk } from "../desk-context.ts";
import { lineOf } from "../logic/line-of.ts";
import { useCall } from "../use-call.ts";
import { QueueHeader } from "./QueueHeader.tsx";
import { QueueLine } from "./QueueLine.tsx";

interface Props {
  readonly queueId: string;
  /** The key that calls from this queue. */
  readonly digit: number;
}

export function QueueColumn({ queueId, digit }: Props) {
  const { t } = useTranslation("console");
  const { view, commands } = useDesk();
  const call = useCall();
  const queue = view.queues[queueId];
  if (queue === undefined) return null;
  const line = lineOf(view, queueId);
  return (
    <section
      aria-labelledby={`queue-${queueId}`}
      className="overflow-hidden rounded-2xl border border-line bg-surface shadow-sm"
    >
      <QueueHeader queue={queue} waiting={line.length} />
      {line.length === 0 ? (
        <EmptyState
          title={t("queue.empty")}
          text={queue.status === "open" ? t("queue.empty-open") : t(`queue.empty-${queue.status}`)}
        />
      ) : (
        <>
          <div className="border-b border-line p-2">
            <Button
              className="w-full"
              {...(digit <= 9 ? { shortcut: String(digit) } : {})}
              blocked={call.blocked}
              pending={commands.pending.has("call-next")}
              onPress={() => call.next(queueId)}
            >
              <Icon name="call" />
              {t("queue.call-next", { number: line[0]?.number })}
            </Button>
          </div>
          <QueueLine queue={queue} line={line} />
        </>
      )}
    </section>
  );
}
