import type { View, ViewDelta } from "@callnext/core";

/**
 * `shop:{id}:staff` (a staff session) · `shop:{id}:public` (anyone) · `display:{displayId}` (as the display allows) ·
 * `shop:{id}:appointments` (a staff session; from the appointments release on).
 */
export type TopicName = string;

/** What a client holds of a topic: the shop's seq its view stands at, and in which incarnation of the database. */
export interface Cursor {
  readonly epoch: string;
  readonly seq: number;
}

/** Client → server. */
export type UpFrame =
  /** Answered by `delta`s from the cursor, or by a `snapshot` where that cannot be, or by `refused`. */
  | { readonly type: "subscribe"; readonly topic: TopicName; readonly have?: Cursor }
  | { readonly type: "unsubscribe"; readonly topic: TopicName }
  | { readonly type: "ping" };

/** Server → client. */
export type DownFrame =
  | { readonly type: "hello"; readonly time: string }
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
  /** Every 4 s: the newest seq of each topic this socket follows. A client behind it subscribes again. */
  | {
      readonly type: "heartbeat";
      readonly time: string;
      readonly seqs: Readonly<Record<TopicName, Cursor>>;
    }
  | { readonly type: "pong"; readonly time: string }
  | { readonly type: "refused"; readonly topic: TopicName; readonly code: string; readonly message: string }
  | { readonly type: "error"; readonly code: string; readonly message: string };

export const HEARTBEAT_MS = 4_000;
