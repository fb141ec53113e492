import type { BoardOnWire, BoardsView } from "@callnext/protocol";

export interface BoardAlarm {
  /** The same for as long as the same thing is wrong. */
  readonly key: string;
  readonly kind: "silent" | "behind" | "muted";
  readonly name: string;
  /** When something last came from it, ms since the epoch. */
  readonly lastSeen: number;
}

const kindOf = ({ connected, silent, behind, sound }: BoardOnWire): BoardAlarm["kind"] | null => {
  if (silent) return "silent";
  // Gone a moment ago: it may only be starting anew.
  if (!connected) return null;
  if (behind) return "behind";
  return sound === "blocked" || sound === "off" ? "muted" : null;
};

/** The boards that somebody should look at, one line each, the worst first. */
export function boardAlarms(view: BoardsView): readonly BoardAlarm[] {
  const boards = Object.entries(view.boards);
  const isAlone = ({ display_id: id }: BoardOnWire): boolean =>
    boards.filter(([, { display_id }]) => display_id === id).length === 1;
  const order = ["silent", "behind", "muted"];
  return boards
    .flatMap(([id, board]): readonly BoardAlarm[] => {
      const kind = kindOf(board);
      if (kind === null) return [];
      const name = isAlone(board) ? board.name : `${board.name} (${shortName(board.board)})`;
      const since = kind === "silent" ? ` ${board.last_seen}` : "";
      return [{ key: `${id} ${kind}${since}`, kind, name, lastSeen: Date.parse(board.last_seen) }];
    })
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.name.localeCompare(b.name));
}

/** The first letters of what a board calls itself; of a paired one, of its id. */
const shortName = (board: string): string => board.replace(/^device:/, "").slice(0, 4);
