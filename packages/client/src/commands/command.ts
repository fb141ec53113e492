import type { Method } from "../http/http-client.ts";

export interface Command {
  readonly method: Exclude<Method, "GET">;
  readonly path: string;
  readonly body?: unknown;
  /** What the screen calls it while it waits: "Call A012". */
  readonly label: string;
}

export interface QueuedCommand extends Command {
  /** Also its idempotency key: however often it is sent, it takes effect once. */
  readonly id: string;
  readonly queuedAt: number;
  /** It went out at least once and may have taken effect: it can only be sent again, not taken back. */
  readonly sent: boolean;
}

export interface RejectedCommand extends QueuedCommand {
  readonly reason: { readonly status: number; readonly code: string; readonly detail: string };
}

export interface CommandQueueState {
  /** In the order they will be sent; the first may be under way. */
  readonly pending: readonly QueuedCommand[];
  /** Refused by the server, or too old to be sent: kept until somebody has seen them. */
  readonly rejected: readonly RejectedCommand[];
  readonly sending: boolean;
}
