import type { View } from "@callnext/protocol";
import type { BoardReport } from "./topics/board-reports.ts";

/** Where the live connection stands. `since` is when this state began, ms since the epoch. */
export type ConnectionState =
  | { readonly kind: "idle" }
  /** `polling` as below: an attempt is under way while HTTP keeps the topics fresh. */
  | {
      readonly kind: "connecting";
      readonly attempt: number;
      readonly polling: boolean;
      readonly since: number;
    }
  | { readonly kind: "live"; readonly since: number }
  /** The socket is away; `attempt` tries in a row failed, the next is due at `retryAt`. `polling` once three attempts failed: HTTP keeps the topics fresh. */
  | {
      readonly kind: "waiting";
      readonly attempt: number;
      readonly retryAt: number;
      readonly polling: boolean;
      readonly since: number;
      /** With which code the server closed the last socket (4401: who we were holds no more); absent: it said nothing. */
      readonly code?: number;
    }
  | { readonly kind: "closed"; readonly code: number; readonly reason: string };

export interface TopicState<V extends object = View> {
  /** Null until the first snapshot (or stored state) is there. */
  readonly view: V | null;
  readonly seq: number;
  readonly epoch: string;
  /** When this view was last proved to be the newest, ms since the epoch; 0: never in this session. */
  readonly provedAt: number;
  /** No proof for 8 s, or a view from the store that was not proved yet: screens must say so. */
  readonly stale: boolean;
  /** Comes from the store of an earlier session. */
  readonly restored: boolean;
  readonly refused: { readonly code: string; readonly message: string } | null;
}

export interface Readable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

export interface CallnextClient {
  readonly connection: Readable<ConnectionState>;
  /** Subscribes while anyone listens; the same name gives the same topic. */
  topic<V extends object = View>(name: string): Readable<TopicState<V>>;
  /** One HTTP call to `/api/v1{path}`; problem+json becomes a rejected CallnextError. Writes get an Idempotency-Key and are retried with it while the answer is unknown. */
  request<T>(
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
    options?: RequestOptions,
  ): Promise<T>;
  /**
   * For boards (option `board`): tell the server which calls are drawn and announced on a display's topic. Told again by
   * itself on every new socket, and with every heartbeat that this board is there.
   */
  seen(topic: string, report: BoardReport): void;
  /** Try the socket at once (the network or the tab came back). */
  wake(): void;
  /** Open a new socket because who we are has changed (after signing in or out): the server looks at the session only at the upgrade. */
  reconnect(): void;
  /** Drop every view held here and in the store, for a desk that another person takes over. */
  forget(): Promise<void>;
  close(): void;
}

export interface RequestOptions {
  readonly idempotencyKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default 10 s. */
  readonly timeoutMs?: number;
}
