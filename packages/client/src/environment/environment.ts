/** One open or opening socket. */
export interface SocketLike {
  send(text: string): void;
  close(code?: number, reason?: string): void;
}

/** What a socket tells; after `onClose` nothing more comes. */
export interface SocketHandlers {
  readonly onOpen: () => void;
  readonly onMessage: (data: unknown) => void;
  readonly onClose: (code: number, reason: string) => void;
}

/** What the SDK needs of a fetch answer. */
export interface ResponseLike {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export interface FetchOptions {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly credentials: "same-origin" | "include";
  readonly signal?: AbortSignal;
}

/** Something that remembers JSON values between sessions. Every method may fail; the SDK then goes on without it. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

/** Everything outside: clocks, timers, chance, network and the state of the screen. Nothing else in this package touches a global. */
export interface Environment {
  /** Wall clock, ms since the epoch. */
  now(): number;
  /** A clock that nobody sets back, ms; it may stand still while the machine sleeps. */
  elapsed(): number;
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** In [0, 1). */
  random(): number;
  /** May throw for an address that is none. */
  openSocket(url: string, protocols: readonly string[], handlers: SocketHandlers): SocketLike;
  fetch(url: string, options: FetchOptions): Promise<ResponseLike>;
  /** Null where the browser has none: a request is then given up by the clock, its answer ignored. */
  abortController(): AbortController | null;
  visible(): boolean;
  /** The network came back, or the screen became visible or awoke. Returns the way to stop listening. */
  onWake(listener: () => void): () => void;
  /** The screen is about to go away: the last moment to store what should be kept. */
  onHide(listener: () => void): () => void;
  /** `https://host:port`, without a trailing slash; empty outside a page. */
  readonly origin: string;
  log(line: string): void;
}
