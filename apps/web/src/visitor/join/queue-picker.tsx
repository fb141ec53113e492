import { useShownRange } from "@callnext/react";
import { waitRangeText } from "../../pages-shared/i18n/wait-range.ts";
import { useShared } from "../../pages-shared/speech.tsx";
import { useJoinWords } from "./catalogue.ts";
import type { QueueChoice } from "./join-view.ts";

interface Props {
  readonly queues: readonly QueueChoice[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** The lines of the shop, with who waits and how long. */
export function QueuePicker({ queues, chosen, onChoose }: Props) {
  const t = useJoinWords();
  return (
    <fieldset className="choices">
      <legend>{t("chooseQueue")}</legend>
      {queues.map((queue) => (
        <label
          key={queue.id}
          className={queue.bar === null ? "choice" : "choice choice-barred"}
          data-testid="queue"
        >
          <input
            type="radio"
            name="queue"
            value={queue.id}
            checked={queue.id === chosen}
            disabled={queue.bar !== null}
            onChange={() => onChoose(queue.id)}
          />
          <span className="choice-text">
            <span className="choice-name">{queue.name}</span>
            <QueueFigures queue={queue} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function QueueFigures({ queue }: { readonly queue: QueueChoice }) {
  const t = useJoinWords();
  const shared = useShared();
  const range = waitRangeText(shared, useShownRange(queue.wait));
  if (queue.bar !== null) return <span className="choice-bar">{t(`bar.${queue.bar}`)}</span>;
  return (
    <span className="choice-figures">
      <span>{t("waiting", { count: queue.waiting })}</span>
      {queue.booked === 0 ? null : <span>{t("booked", { count: queue.booked })}</span>}
      {queue.left === null ? null : <span>{t("left", { count: queue.left })}</span>}
      {range === null ? null : <span>{t("wait", { range })}</span>}
      {queue.longerThanUsual ? <span className="choice-longer">{t("longer")}</span> : null}
    </span>
  );
}
