import type { View, ViewDelta } from "@callnext/core";

/**
 * `shop:{id}:staff`, `shop:{id}:boards` (a staff session) · `shop:{id}:public` (anyone) · `display:{displayId}` (as the display allows) ·
 * `shop:{id}:appointments` (a staff session).
 */
export type TopicName = string;

/** What a client holds of a topic: the shop's seq its view stands at, and in which incarnation of the database. */
export interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

/** What a heartbeat says of a topic: its newest seq, and how long ago that was compared with the database, ms. */
export interface Proof extends Cursor {
  readonly age_ms?: number;
}

/** Whether a board can be heard: `blocked` until somebody has touched its screen, as browsers want it. */
export type BoardSound = "on" | "blocked" | "off";

/** One call on one board, by that board's clock. */
export interface SeenCall {
  readonly ticket_id: string;
  readonly calls: number;
  readonly drawn_at: string;
  /** Null until it was chimed or spoken. */
  readonly announced_at: string | null;
}

export interface SeenFrame {
  readonly type: "seen";
  readonly topic: TopicName;
  readonly sound: BoardSound;
  /** What the board draws from. */
  readonly have?: Cursor;
  readonly calls: readonly SeenCall[];
}

/** Client → server. */
export type UpFrame =
  /**
   * Answered by `delta`s from the cursor, or by a `snapshot` where that cannot be, or by `refused`. With `board` a
   * display's topic is followed as that board, which then tells what it shows by `seen`.
   */
  | { readonly type: "subscribe"; readonly topic: TopicName; readonly have?: Cursor; readonly board?: string }
  | { readonly type: "unsubscribe"; readonly topic: TopicName }
  | SeenFrame
  | { readonly type: "ping" };

/** Server → client. */
export type DownFrame =
  /** `version`: what the server understands. */
  | { readonly type: "hello"; readonly time: string; readonly version?: string }
  | {
      readonly type: "snapshot";
      readonly topic: TopicName;
      readonly epoch: string;
      readonly to: number;
      readonly view: View;
    }
  /** Applied only where the client holds exactly `from` of `epoch`; otherwise the client subscribes again. */
  | ({
      readonly type: "delta";
      readonly topic: TopicName;
      readonly epoch: string;
      readonly from: number;
      readonly to: number;
    } & ViewDelta)
  /**
   * Every 4 s: the newest seq of each topic this socket follows and the server can vouch for. A client behind it
   * subscribes again.
   */
  | {
      readonly type: "heartbeat";
      readonly time: string;
      readonly seqs: Readonly<Record<TopicName, Proof>>;
    }
  | { readonly type: "pong"; readonly time: string }
  | { readonly type: "refused"; readonly topic: TopicName; readonly code: string; readonly message: string }
  | { readonly type: "error"; readonly code: string; readonly message: string };

export const HEARTBEAT_MS = 4_000;
