import type { DownFrame, UpFrame } from "@callnext/protocol";
import type {
  Environment,
  FetchOptions,
  ResponseLike,
  SocketHandlers,
  SocketLike,
} from "../environment/environment.ts";

/** One socket held in the hand: the test is the server. */
export class HeldSocket implements SocketLike {
  readonly url: string;
  readonly protocols: readonly string[];
  readonly sent: UpFrame[] = [];
  closed = false;
  private readonly handlers: SocketHandlers;

  constructor(url: string, protocols: readonly string[], handlers: SocketHandlers) {
    this.url = url;
    this.protocols = protocols;
    this.handlers = handlers;
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as UpFrame);
  }

  close(): void {
    this.closed = true;
  }

  open(): void {
    this.handlers.onOpen();
  }

  text(data: unknown): void {
    this.handlers.onMessage(data);
  }

  say(frame: DownFrame): void {
    this.text(JSON.stringify(frame));
  }

  /** Opens and greets: from here on the connection is live. */
  greet(): void {
    this.open();
    this.say({ type: "hello", time: "2026-11-22T09:00:00.000Z" });
  }

  end(code = 1006, reason = ""): void {
    this.handlers.onClose(code, reason);
  }
}

interface PendingTimer {
  readonly at: number;
  readonly run: () => void;
}

type Answer = (url: string, options: FetchOptions) => Promise<ResponseLike>;

export const jsonAnswer = (status: number, body?: unknown): ResponseLike => ({
  ok: status >= 200 && status < 300,
  status,
  headers: { get: () => null },
  text: () => Promise.resolve(body === undefined ? "" : JSON.stringify(body)),
});

/** A world that stands still until the test moves it. */
export class FakeEnvironment implements Environment {
  readonly origin = "http://desk.example";
  readonly sockets: HeldSocket[] = [];
  readonly requests: { readonly url: string; readonly options: FetchOptions; readonly at: number }[] = [];
  readonly lines: string[] = [];
  readonly timers = new Map<number, PendingTimer>();
  answer: Answer = () => Promise.reject(new Error("no network"));
  chance = 0.5;
  isVisible = true;
  wall = Date.UTC(2026, 10, 22, 9);
  private steady = 0;
  private nextTimer = 1;
  private readonly wakeListeners = new Set<() => void>();
  private readonly hideListeners = new Set<() => void>();

  now(): number {
    return this.wall;
  }

  elapsed(): number {
    return this.steady;
  }

  setTimeout(run: () => void, ms: number): unknown {
    const id = this.nextTimer++;
    this.timers.set(id, { at: this.steady + Math.max(0, ms), run });
    return id;
  }

  clearTimeout(handle: unknown): void {
    if (typeof handle === "number") this.timers.delete(handle);
  }

  random(): number {
    return this.chance;
  }

  openSocket(url: string, protocols: readonly string[], handlers: SocketHandlers): SocketLike {
    const socket = new HeldSocket(url, protocols, handlers);
    this.sockets.push(socket);
    return socket;
  }

  fetch(url: string, options: FetchOptions): Promise<ResponseLike> {
    this.requests.push({ url, options, at: this.steady });
    return this.answer(url, options);
  }

  abortController(): AbortController | null {
    return null;
  }

  visible(): boolean {
    return this.isVisible;
  }

  onWake(listener: () => void): () => void {
    this.wakeListeners.add(listener);
    return () => this.wakeListeners.delete(listener);
  }

  onHide(listener: () => void): () => void {
    this.hideListeners.add(listener);
    return () => this.hideListeners.delete(listener);
  }

  log(line: string): void {
    this.lines.push(line);
  }

  /** The newest socket. */
  get socket(): HeldSocket {
    const newest = this.sockets[this.sockets.length - 1];
    if (!newest) throw new Error("No socket was opened");
    return newest;
  }

  get openSockets(): number {
    return this.sockets.filter((socket) => !socket.closed).length;
  }

  get listeners(): number {
    return this.wakeListeners.size + this.hideListeners.size;
  }

  wake(): void {
    for (const listener of [...this.wakeListeners]) listener();
  }

  hide(): void {
    for (const listener of [...this.hideListeners]) listener();
  }

  /** The machine sleeps: only the wall clock goes on. */
  sleep(ms: number): void {
    this.wall += ms;
  }

  /** Lets promises settle, then runs every timer that falls due on the way. */
  async advance(ms: number): Promise<void> {
    await this.settle();
    const end = this.steady + ms;
    for (let due = this.nextDue(end); due; due = this.nextDue(end)) {
      const [id, timer] = due;
      this.timers.delete(id);
      this.moveTo(timer.at);
      timer.run();
      await this.settle();
    }
    this.moveTo(end);
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  }

  private moveTo(at: number): void {
    this.wall += at - this.steady;
    this.steady = at;
  }

  private nextDue(end: number): readonly [number, PendingTimer] | undefined {
    return [...this.timers]
      .filter(([, timer]) => timer.at <= end)
      .sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  }
}
