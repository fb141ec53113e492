import type { DownFrame, UpFrame } from "@callnext/protocol";
import type { ConnectionState } from "../contract.ts";
import type { Environment, SocketHandlers, SocketLike } from "../environment/environment.ts";
import { Source } from "../environment/source.ts";
import { Stopwatch } from "../environment/stopwatch.ts";
import { Timer } from "../environment/timer.ts";
import { decodeFrame } from "../frames/decode-frame.ts";
import { FrameLag } from "./frame-lag.ts";
import { retryInMs } from "./close-reason.ts";
import { reconnectDelay } from "./reconnect-delay.ts";
import {
  ANSWER_WITHIN_MS,
  DOUBT_MS,
  LOOK_EVERY_MS,
  OPEN_WITHIN_MS,
  POLLING_FROM_FAILURES,
  SILENCE_MS,
  SUBPROTOCOL_OFFERED,
  TOO_MANY,
} from "./limits.ts";

export interface ConnectionOptions {
  readonly environment: Environment;
  /** Asked anew for each attempt, so that it may carry a one-use ticket. */
  readonly url: () => string | Promise<string>;
  /** The socket is open: say what is wanted. */
  readonly onOpen: () => void;
  /** `lagMs`: how much longer than the quickest of this socket it was under way, for frames that carry the server's time. */
  readonly onFrame: (frame: DownFrame, lagMs: number) => void;
}

/** One socket at a time, opened again for ever, until `close`. */
export class Connection {
  readonly state: Source<ConnectionState> = new Source<ConnectionState>({ kind: "idle" });
  private readonly environment: Environment;
  private readonly options: ConnectionOptions;
  private readonly timer: Timer;
  private readonly silence: Stopwatch;
  private readonly lag = new FrameLag();
  private socket: SocketLike | null = null;
  private isOpen = false;
  /** Grows with each attempt: what an abandoned attempt still brings is recognised by it. */
  private attemptId = 0;
  /** Attempts in a row that failed. */
  private failures = 0;
  private dictated = false;

  constructor(options: ConnectionOptions) {
    this.options = options;
    this.environment = options.environment;
    this.timer = new Timer(options.environment);
    this.silence = new Stopwatch(options.environment);
  }

  start(): void {
    if (this.state.get().kind === "idle") this.attempt();
  }

  /** Nobody listens any more: no socket, no timer, ready to start again. */
  stop(): void {
    if (this.state.get().kind === "closed") return;
    this.drop(1000, "");
    this.failures = 0;
    this.state.set({ kind: "idle" });
  }

  close(): void {
    this.drop(1000, "");
    this.state.set({ kind: "closed", code: 1000, reason: "closed by the client" });
  }

  send(frame: UpFrame): boolean {
    if (!this.socket || !this.isOpen) return false;
    try {
      this.socket.send(JSON.stringify(frame));
      return true;
    } catch {
      return false;
    }
  }

  wake(): void {
    const { kind } = this.state.get();
    if (kind === "waiting" && !this.dictated) this.attempt();
    else if (kind === "connecting" && this.silence.ms > OPEN_WITHIN_MS) this.attempt();
    else if (kind === "live") this.doubt();
  }

  reconnect(): void {
    const { kind } = this.state.get();
    if (kind === "idle" || kind === "closed") return;
    this.failures = 0;
    this.attempt();
  }

  private attempt(): void {
    this.drop(1000, "");
    this.dictated = false;
    const id = ++this.attemptId;
    this.silence.restart();
    this.lag.reset();
    this.state.set({
      kind: "connecting",
      attempt: this.failures + 1,
      polling: this.failures >= POLLING_FROM_FAILURES,
      since: this.environment.now(),
    });
    this.timer.start(OPEN_WITHIN_MS, () => this.fail(null, 0));
    try {
      const url = this.options.url();
      if (typeof url === "string") this.open(id, url);
      else
        url.then(
          (value) => this.open(id, value),
          () => this.failIf(id),
        );
    } catch {
      this.failIf(id);
    }
  }

  private open(id: number, url: string): void {
    if (id !== this.attemptId) return;
    this.environment.log(`[WebSocket] Connecting to: ${url.split("?")[0] ?? ""}`);
    try {
      this.socket = this.environment.openSocket(url, [SUBPROTOCOL_OFFERED], this.handlers(id));
    } catch {
      this.failIf(id);
    }
  }

  private handlers(id: number): SocketHandlers {
    return {
      onOpen: () => {
        if (id !== this.attemptId) return;
        this.isOpen = true;
        this.timer.start(OPEN_WITHIN_MS, () => this.fail(null, 0));
        this.options.onOpen();
      },
      onMessage: (data) => {
        if (id === this.attemptId) this.receive(data);
      },
      onClose: (code, reason) => {
        if (id === this.attemptId) this.fail(retryInMs(reason), code);
      },
    };
  }

  private receive(data: unknown): void {
    const frame = decodeFrame(data);
    if (!frame) {
      this.environment.log("[WebSocket] A frame that cannot be read was ignored");
      return;
    }
    const lagMs = "time" in frame ? this.lag.of(frame.time, this.environment.now()) : 0;
    const sleptMeanwhile = this.state.get().kind === "connecting" && this.silence.ms > SILENCE_MS;
    if (lagMs > SILENCE_MS || sleptMeanwhile) {
      // It waited in a buffer while we slept, or a clock was set: either way this socket's word is worth nothing.
      this.attempt();
      return;
    }
    this.silence.restart();
    this.watchSilence();
    if (this.state.get().kind === "connecting") this.goLive();
    this.options.onFrame(frame, lagMs);
  }

  /** By the clocks, not by one long timer: timers stand still while the machine sleeps. */
  private watchSilence(): void {
    const left = SILENCE_MS - this.silence.ms;
    if (left <= 0) this.fail(null, 0);
    else this.timer.start(Math.min(left, LOOK_EVERY_MS), () => this.watchSilence());
  }

  private goLive(): void {
    this.failures = 0;
    this.environment.log("[WebSocket] Connected");
    this.environment.log("WebSocket connection established");
    this.state.set({ kind: "live", since: this.environment.now() });
  }

  /** The machine may have slept: a long silence means a dead socket, a shorter one asks for a sign of life. */
  private doubt(): void {
    if (this.silence.ms > SILENCE_MS) {
      this.attempt();
    } else if (this.silence.ms > DOUBT_MS) {
      this.send({ type: "ping" });
      this.timer.start(ANSWER_WITHIN_MS, () => this.fail(null, 0));
    }
  }

  private failIf(id: number): void {
    if (id === this.attemptId) this.fail(null, 0);
  }

  /** Code 0: no word from the other side. */
  private fail(dictatedMs: number | null, code: number): void {
    const wasLive = this.state.get().kind === "live";
    this.drop(1000, "");
    if (!wasLive) this.failures += 1;
    this.dictated = dictatedMs !== null;
    const visible = this.environment.visible();
    const tooMany = code === TOO_MANY;
    const delay = reconnectDelay(
      { failures: this.failures, silent: wasLive && code === 0, visible, dictatedMs, tooMany },
      () => this.environment.random(),
    );
    const now = this.environment.now();
    if (wasLive) this.environment.log("[WebSocket] Disconnected");
    this.state.set({
      kind: "waiting",
      attempt: this.failures,
      retryAt: now + delay,
      polling: this.failures >= POLLING_FROM_FAILURES,
      since: now,
      ...(code === 0 ? {} : { code }),
    });
    // A listener may have closed or restarted the connection meanwhile.
    if (this.state.get().kind === "waiting") this.timer.start(delay, () => this.attempt());
  }

  /** Whatever the old socket still says is not heard. */
  private drop(code: number, reason: string): void {
    this.timer.stop();
    this.attemptId += 1;
    this.isOpen = false;
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    try {
      socket.close(code, reason);
    } catch {
      // Closing a socket that never opened throws in some engines; it is gone either way.
    }
  }
}
