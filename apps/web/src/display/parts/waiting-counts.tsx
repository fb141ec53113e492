import type { DisplayQueue } from "@callnext/protocol";
import { useShownRange } from "@callnext/react";
import { waitRangeText } from "../../pages-shared/i18n/wait-range.ts";
import type { Screen } from "./screen.ts";

/** More queues than this take smaller tiles. */
const MANY = 4;

/** How many wait in each queue, and how long whoever joins now, where the board is to say so. */
export function WaitingCounts({ screen }: { readonly screen: Screen }) {
  return (
    <ul
      className={screen.facts.queues.length > MANY ? "waiting waiting-many" : "waiting"}
      aria-label={screen.t("waiting.title")}
    >
      {screen.facts.queues.map((queue) => (
        <WaitingCount key={queue.id} screen={screen} queue={queue} />
      ))}
    </ul>
  );
}

function WaitingCount({ screen, queue }: { readonly screen: Screen; readonly queue: DisplayQueue }) {
  const range = waitRangeText(screen.t, useShownRange(queue.wait));
  return (
    <li data-testid="waiting" data-queue={queue.id} data-waiting={queue.waiting}>
      <strong>{queue.waiting}</strong>
      <span>
        <span className="waiting-queue">{queue.name}</span>
        <span className="waiting-word">{screen.t("waiting.people", { count: queue.waiting })}</span>
        {range === null ? null : (
          <span className="waiting-range" data-testid="board-wait">
            {range}
          </span>
        )}
      </span>
    </li>
  );
}
