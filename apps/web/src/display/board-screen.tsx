import type { Chime } from "../pages-shared/sound/chime.ts";
import { layoutOf, Stage } from "./layouts/stage.tsx";
import { BoardHeader } from "./parts/board-header.tsx";
import { CallFlash } from "./parts/call-flash.tsx";
import { JoinCode } from "./parts/join-code.tsx";
import { Messages } from "./parts/messages.tsx";
import { placeText } from "./parts/place-text.ts";
import type { Screen } from "./parts/screen.ts";
import { StaleBanner } from "./parts/stale-banner.tsx";
import { WaitingCounts } from "./parts/waiting-counts.tsx";
import type { Announcement } from "./state/announcement.ts";
import type { BoardFacts } from "./state/board-facts.ts";
import type { ConnectionShown } from "./state/connection-shown.ts";

interface Props {
  readonly screen: Screen;
  readonly connection: ConnectionShown;
  readonly chime: Chime;
  readonly calling: Announcement | null;
  /** When it was last proved, ms since the epoch (0: never); null while it is fresh. */
  readonly staleSince: number | null;
  readonly marks: Readonly<Record<`data-${string}`, string | number | boolean>>;
}

/** A board with something to show. */
export function BoardScreen({ screen, connection, chime, calling, staleSince, marks }: Props) {
  const { facts, t } = screen;
  const layout = layoutOf(facts.settings.layout);
  const bars = barsOf(staleSince !== null, facts);
  return (
    <div
      className={`board board-${layout} ${bars}`}
      data-layout={layout}
      data-seq={facts.seq}
      data-sound={chime.state}
      {...marks}
    >
      <BoardHeader screen={screen} connection={connection} chime={chime} />
      {staleSince === null ? null : (
        <StaleBanner t={t} provedAt={staleSince} timeZone={facts.settings.time_zone} />
      )}
      <Messages screen={screen} at="top" />
      <Stage screen={screen} layout={layout} calling={calling !== null} />
      <Messages screen={screen} at="bottom" />
      <footer className="foot">
        <WaitingCounts screen={screen} />
        <JoinCode screen={screen} />
      </footer>
      {calling === null ? null : <CallFlash key={calling.key} screen={screen} announcement={calling} />}
      <p className="spoken" aria-live="assertive">
        {calling === null ? "" : spoken(screen, calling)}
      </p>
    </div>
  );
}

function spoken({ t }: Screen, { ticket }: Announcement): string {
  return t("spoken", { number: ticket.number, place: placeText(t, ticket.counter) });
}

/** Bars across the board leave less room for the number. */
function barsOf(stale: boolean, { settings }: BoardFacts): string {
  const message = Boolean(settings.custom_message) || Boolean(settings.secondary_message);
  if (stale && message) return "bars-both";
  if (message) return "bars-message";
  return stale ? "bars-stale" : "";
}
