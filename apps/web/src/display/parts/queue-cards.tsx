import { placeText } from "./place-text.ts";
import type { Screen } from "./screen.ts";

/** One card for each queue: whom it called last, and how many wait. */
export function QueueCards({ screen }: { readonly screen: Screen }) {
  return (
    <ul className="cards">
      {screen.facts.queues.map((queue) => {
        const last = screen.facts.tickets.find((ticket) => ticket.queue_id === queue.id);
        return (
          <li key={queue.id} className="card">
            <span className="card-queue">{queue.name}</span>
            <span className="card-number" style={{ color: screen.theme.numberColor(queue.id) }}>
              {last?.number ?? "–"}
            </span>
            <span className="card-place">{last === undefined ? "" : placeText(screen.t, last.counter)}</span>
          </li>
        );
      })}
    </ul>
  );
}
