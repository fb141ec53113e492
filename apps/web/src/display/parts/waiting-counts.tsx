import type { Screen } from "./screen.ts";

/** More queues than this take smaller tiles. */
const MANY = 4;

/** How many wait in each queue. */
export function WaitingCounts({ screen }: { readonly screen: Screen }) {
  return (
    <ul
      className={screen.facts.queues.length > MANY ? "waiting waiting-many" : "waiting"}
      aria-label={screen.t("waiting.title")}
    >
      {screen.facts.queues.map((queue) => (
        <li key={queue.id} data-testid="waiting" data-queue={queue.id} data-waiting={queue.waiting}>
          <strong>{queue.waiting}</strong>
          <span>
            <span className="waiting-queue">{queue.name}</span>
            <span className="waiting-word">{screen.t("waiting.people", { count: queue.waiting })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
