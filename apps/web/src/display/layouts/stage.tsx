import { BoardVideo } from "../parts/board-video.tsx";
import { CallList } from "../parts/call-list.tsx";
import { LastCalled } from "../parts/last-called.tsx";
import { QueueCards } from "../parts/queue-cards.tsx";
import type { Screen } from "../parts/screen.ts";

export type Layout = "split" | "grid" | "list" | "fullscreen" | "modern";

export function layoutOf(name: string): Layout {
  switch (name) {
    case "grid":
    case "list":
    case "fullscreen":
    case "modern":
      return name;
    default:
      return "split";
  }
}

interface Props {
  readonly screen: Screen;
  readonly layout: Layout;
  readonly calling: boolean;
}

/** The middle of the board. Where things stand is the style sheet's affair; `modern` adds a card for each queue. */
export function Stage({ screen, layout, calling }: Props) {
  return (
    <main className="stage">
      <div className="stage-first">
        <LastCalled screen={screen} calling={calling} />
        {layout === "modern" ? <QueueCards screen={screen} /> : null}
        <BoardVideo screen={screen} />
      </div>
      <CallList screen={screen} />
    </main>
  );
}
