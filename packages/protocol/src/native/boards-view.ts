import type { BoardSound } from "./frames.ts";

/** Topic `shop:{id}:boards`: which boards this node knows, and which calls they have shown. Times ISO 8601 in UTC. */
export interface BoardsView {
  /** By `{display id}/{board}`. */
  readonly boards: Readonly<Record<string, BoardOnWire>>;
  /** By `{ticket id}/{calls}`: the calls that stand, and those that boards have told of. */
  readonly calls: Readonly<Record<string, CallSeen>>;
}

export interface BoardOnWire {
  readonly display_id: string;
  /** What the board calls itself. */
  readonly board: string;
  /** The display's. */
  readonly name: string;
  readonly connected: boolean;
  /** Nothing came from it for 8 s. */
  readonly silent: boolean;
  /** It says that it shows a state which has not been the newest for 8 s. */
  readonly behind: boolean;
  /** Null until it has said so. */
  readonly sound: BoardSound | null;
  /** To the minute while it is there. */
  readonly last_seen: string;
}

export interface CallSeen {
  readonly ticket_id: string;
  readonly calls: number;
  /** Boards that have drawn it. */
  readonly shown: number;
  /** Boards that have chimed or spoken it. */
  readonly announced: number;
  /** Boards that should: the ones there now, and those that did. */
  readonly of: number;
  /** By that board's clock. */
  readonly first_drawn_at: string | null;
  readonly first_announced_at: string | null;
}
