import type { Announcement } from "../state/announcement.ts";
import { placeText } from "./place-text.ts";
import type { Screen } from "./screen.ts";

/** A call over the whole screen, for those who do not hear the chime. The spoken form is in the live region. */
export function CallFlash({
  screen,
  announcement,
}: {
  readonly screen: Screen;
  readonly announcement: Announcement;
}) {
  const { ticket } = announcement;
  return (
    <div className="flash" aria-hidden="true" data-testid="flash">
      <p className={`number number-${Math.min(8, Math.max(4, ticket.number.length))}`}>{ticket.number}</p>
      <p className="place">{placeText(screen.t, ticket.counter)}</p>
      <p className="from">{ticket.queue_name}</p>
    </div>
  );
}
