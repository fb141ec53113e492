import { useTranslation } from "react-i18next";
import { classNames } from "../../../ui/class-names.ts";
import { useDesk } from "../desk-context.ts";

interface Props {
  readonly open: string;
  readonly onOpen: (queueId: string) => void;
}

export function QueueTabs({ open, onOpen }: Props) {
  const { t } = useTranslation("console");
  const { view, served } = useDesk();
  return (
    <div role="group" aria-label={t("queue.title")} className="mb-3 flex gap-2 overflow-x-auto p-1">
      {served.map((id) => {
        const queue = view.queues[id];
        if (queue === undefined) return null;
        return (
          <button
            key={id}
            type="button"
            aria-pressed={id === open}
            onClick={() => onOpen(id)}
            className={classNames(
              "inline-flex min-h-11 items-center gap-2 rounded-full border px-4 text-sm font-medium whitespace-nowrap",
              id === open ? "border-accent bg-accent text-accent-ink" : "border-line bg-surface",
            )}
          >
            {queue.name}
            <span className="font-bold">{queue.line.length}</span>
          </button>
        );
      })}
    </div>
  );
}
