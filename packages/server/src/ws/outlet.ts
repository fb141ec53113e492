import { CLOSE } from "@callnext/protocol";
import type { RawData } from "ws";
import type { Timers } from "../stream/timers.ts";
import type { OutletSocket, OutletStream } from "./outlet-socket.ts";
import type { SocketSession } from "./socket-dependencies.ts";

/** More waiting to be written than this, and what can be merged or left out is held back. */
const BUSY_BYTES = 64 * 1024;
/** A longer frame goes out in parts, so that even a slow link shows progress. */
const PART_BYTES = 64 * 1024;
const PING_EVERY_MS = 15_000;
const PONG_WITHIN_MS = 10_000;
const STALLED_MS = 15_000;
/** A closing handshake that takes longer is cut. */
const CLOSING_MS = 1_000;
const MOST_FRAMES_UP = 200;
const FRAMES_UP_PER_MS = 10_000;

export interface OutletCounters {
  framesSent: number;
  bytesSent: number;
  dropped: number;
}

export interface OutletDependencies {
  readonly socket: OutletSocket;
  readonly stream: OutletStream;
  readonly session: SocketSession | null;
  readonly timers: Timers;
  readonly counters: OutletCounters;
  /** Whether one more frame of the client is within the rates of its address, its caller and its tenants. */
  readonly mayTake: () => boolean;
}

/** One client's socket: knows how much waits in it, whether the client is alive, and how to end it. Keeps no queue of its own. */
export class Outlet {
  readonly session: SocketSession | null;
  readonly #socket: OutletSocket;
  readonly #stream: OutletStream;
  readonly #timers: Timers;
  readonly #counters: OutletCounters;
  readonly #drained: (() => void)[] = [];
  readonly #mayTake: () => boolean;
  #busySince: number | null = null;
  #lastProgress: number;
  #lastHeard: number;
  #pingedAt: number | null = null;
  #cutAt: number | null = null;
  #framesUp = 0;
  #framesUpFrom: number;

  constructor({ socket, stream, session, timers, counters, mayTake }: OutletDependencies) {
    this.session = session;
    this.#socket = socket;
    this.#stream = stream;
    this.#timers = timers;
    this.#counters = counters;
    this.#mayTake = mayTake;
    this.#lastHeard = timers.now();
    this.#lastProgress = this.#lastHeard;
    this.#framesUpFrom = this.#lastHeard;
    socket.on("pong", () => this.#heard());
    // The close event follows each error; a broken peer is no news.
    socket.on("error", () => undefined);
  }

  get isOpen(): boolean {
    return this.#cutAt === null && this.#socket.readyState === this.#socket.OPEN;
  }

  get isBusy(): boolean {
    return this.#busySince !== null;
  }

  /** `text` is null for a binary frame, which no route understands. */
  onFrame(take: (text: string | null) => void): void {
    this.#socket.on("message", (data: RawData, isBinary: boolean) => {
      this.#heard();
      if (!this.isOpen || !this.#withinRate()) return;
      take(isBinary ? null : textOf(data));
    });
  }

  onClose(run: () => void): void {
    this.#socket.on("close", run);
  }

  /** Runs each time the client has caught up after it was busy. */
  onDrain(run: () => void): void {
    this.#drained.push(run);
  }

  send(frame: Buffer): void {
    if (!this.isOpen) return;
    this.#counters.framesSent += 1;
    this.#counters.bytesSent += frame.length;
    for (let start = 0; start < frame.length; start += PART_BYTES) {
      const end = start + PART_BYTES;
      this.#socket.send(
        frame.subarray(start, end),
        { binary: false, fin: end >= frame.length },
        this.#written,
      );
    }
    if (this.#socket.bufferedAmount > BUSY_BYTES && this.#busySince === null) {
      this.#busySince = this.#timers.now();
      this.#lastProgress = this.#busySince;
    }
  }

  sendAll(frames: readonly Buffer[]): void {
    this.together(() => {
      for (const frame of frames) this.send(frame);
    });
  }

  /** What `run` sends leaves in one write where the kernel takes it. */
  together(run: () => void): void {
    this.#stream.cork();
    try {
      run();
    } finally {
      this.#stream.uncork();
    }
  }

  close(code: number, reason = ""): void {
    if (this.#cutAt !== null) return;
    this.#cutAt = this.#timers.now() + CLOSING_MS;
    this.#socket.close(code, reason);
  }

  cut(): void {
    this.#socket.terminate();
  }

  /** Called about once a second: liveness, stalled readers, handshakes that do not end. */
  sweep(): void {
    const now = this.#timers.now();
    if (this.#cutAt !== null) {
      if (now >= this.#cutAt) this.cut();
      return;
    }
    const isStalled = this.#busySince !== null && now - this.#lastProgress >= STALLED_MS;
    if (isStalled) return this.#drop(CLOSE.tooSlow, "too slow");
    const movedLately = this.#busySince !== null && now - this.#lastProgress < PONG_WITHIN_MS;
    if (this.#pingedAt !== null && now - this.#pingedAt >= PONG_WITHIN_MS && !movedLately)
      return this.#drop(CLOSE.noLiveness, "no answer");
    if (this.#pingedAt === null && this.#busySince === null && now - this.#lastHeard >= PING_EVERY_MS) {
      this.#pingedAt = now;
      this.#socket.ping();
    }
  }

  readonly #written = (): void => {
    this.#lastProgress = this.#timers.now();
    if (this.#busySince === null || this.#socket.bufferedAmount > BUSY_BYTES / 2) return;
    this.#busySince = null;
    if (!this.isOpen) return;
    for (const run of this.#drained) run();
  };

  #heard(): void {
    this.#lastHeard = this.#timers.now();
    this.#pingedAt = null;
  }

  #drop(code: number, reason: string): void {
    this.#counters.dropped += 1;
    this.close(code, reason);
  }

  #withinRate(): boolean {
    const now = this.#timers.now();
    if (now - this.#framesUpFrom >= FRAMES_UP_PER_MS) {
      this.#framesUpFrom = now;
      this.#framesUp = 0;
    }
    this.#framesUp += 1;
    if (this.#framesUp <= MOST_FRAMES_UP && this.#mayTake()) return true;
    this.close(CLOSE.tooMany, "too many frames");
    return false;
  }
}

const textOf = (data: RawData): string =>
  (Array.isArray(data) ? Buffer.concat(data) : Buffer.isBuffer(data) ? data : Buffer.from(data)).toString(
    "utf8",
  );
