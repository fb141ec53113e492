import type { Readable } from "../contract.ts";
import type { Environment, SocketLike } from "../environment/environment.ts";
import { Source } from "../environment/source.ts";
import { Timer } from "../environment/timer.ts";

export type ReconnectingSocketState =
  | { readonly kind: "connecting"; readonly attempt: number }
  | { readonly kind: "open" }
  | { readonly kind: "waiting"; readonly attempt: number; readonly retryAt: number }
  /** Every attempt was used up; only `reconnect()` goes on. */
  | { readonly kind: "failed"; readonly attempts: number }
  | { readonly kind: "closed" };

export interface ReconnectingSocketOptions {
  readonly environment: Environment;
  readonly url: string;
  readonly reconnectInterval: number;
  readonly maxReconnectAttempts: number;
  /** A parsed JSON message; a text that is no JSON is passed on as it is. */
  readonly onMessage: (message: unknown) => void;
  readonly onConnect: () => void;
  readonly onDisconnect: () => void;
}

const LONGEST_PAUSE_MS = 30_000;
const OPEN_WITHIN_MS = 10_000;

const parse = (data: unknown): unknown => {
  if (typeof data !== "string") return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
};

/** A socket of the two documents: opened again with exponential back-off, a bounded number of times. */
export class ReconnectingSocket {
  readonly state: Readable<ReconnectingSocketState>;
  private readonly source = new Source<ReconnectingSocketState>({ kind: "closed" });
  private readonly options: ReconnectingSocketOptions;
  private readonly timer: Timer;
  private readonly stopWake: () => void;
  private socket: SocketLike | null = null;
  private generation = 0;
  /** Reconnections tried since the last open socket. */
  private attempts = 0;
  private disposed = false;

  constructor(options: ReconnectingSocketOptions) {
    this.options = options;
    this.state = this.source;
    this.timer = new Timer(options.environment);
    this.stopWake = options.environment.onWake(() => {
      if (this.source.get().kind === "waiting") this.open();
    });
    this.open();
  }

  /** Objects are sent as JSON. False where the socket is not open: nothing is kept for later. */
  send(message: unknown): boolean {
    if (!this.socket || this.source.get().kind !== "open") return false;
    this.socket.send(typeof message === "string" ? message : JSON.stringify(message));
    return true;
  }

  /** Begin again with a full number of attempts. */
  reconnect(): void {
    if (this.disposed) return;
    this.attempts = 0;
    const wasOpen = this.source.get().kind === "open";
    this.open();
    if (wasOpen) this.options.onDisconnect();
  }

  dispose(): void {
    this.disposed = true;
    this.stopWake();
    this.drop();
    this.source.set({ kind: "closed" });
  }

  private open(): void {
    this.drop();
    const { environment, url } = this.options;
    const generation = this.generation;
    const current = (): boolean => generation === this.generation;
    environment.log(`[WebSocket] Connecting to: ${url}`);
    this.source.set({ kind: "connecting", attempt: this.attempts });
    this.timer.start(OPEN_WITHIN_MS, () => this.lost(false));
    try {
      this.socket = environment.openSocket(url, [], {
        onOpen: () => {
          if (current()) this.opened();
        },
        onMessage: (data) => {
          if (current()) this.options.onMessage(parse(data));
        },
        onClose: () => {
          if (current()) this.lost(this.source.get().kind === "open");
        },
      });
    } catch {
      this.lost(false);
    }
  }

  private opened(): void {
    this.timer.stop();
    this.attempts = 0;
    this.options.environment.log("[WebSocket] Connected");
    this.options.environment.log("WebSocket connection established");
    this.source.set({ kind: "open" });
    this.options.onConnect();
  }

  private lost(wasOpen: boolean): void {
    const { environment, maxReconnectAttempts, reconnectInterval } = this.options;
    this.drop();
    if (this.attempts >= maxReconnectAttempts) {
      environment.log(`[WebSocket] Gave up after ${this.attempts} attempts`);
      this.source.set({ kind: "failed", attempts: this.attempts });
    } else {
      const pause = Math.min(LONGEST_PAUSE_MS, reconnectInterval * 2 ** this.attempts);
      this.attempts += 1;
      environment.log(
        `[WebSocket] Disconnected, attempt ${this.attempts}/${maxReconnectAttempts} in ${pause} ms`,
      );
      this.source.set({ kind: "waiting", attempt: this.attempts, retryAt: environment.now() + pause });
      this.timer.start(pause, () => this.open());
    }
    if (wasOpen) this.options.onDisconnect();
  }

  private drop(): void {
    this.generation += 1;
    this.timer.stop();
    const { socket } = this;
    this.socket = null;
    if (!socket) return;
    try {
      socket.close(1000);
    } catch {
      // Some engines throw for a socket that never opened; it is gone either way.
    }
  }
}
