import type { Environment, FetchOptions, SocketHandlers, SocketLike } from "./environment.ts";

const randomNumber = (): number => {
  if (typeof crypto === "undefined") return Math.random();
  const words = new Uint32Array(1);
  crypto.getRandomValues(words);
  return (words[0] ?? 0) / 0x1_0000_0000;
};

const listen = (target: EventTarget | undefined, type: string, listener: () => void): (() => void) => {
  if (!target) return () => undefined;
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
};

const both =
  (...stops: readonly (() => void)[]): (() => void) =>
  () => {
    for (const stop of stops) stop();
  };

const openSocket = (url: string, protocols: readonly string[], handlers: SocketHandlers): SocketLike => {
  const socket = new WebSocket(url, [...protocols]);
  socket.onopen = () => handlers.onOpen();
  socket.onmessage = (event: MessageEvent<unknown>) => handlers.onMessage(event.data);
  socket.onclose = (event) => handlers.onClose(event.code, event.reason);
  return socket;
};

/** The real one: a browser's page or worker, or Node (there without visibility, origin and storage). */
export function browserEnvironment(): Environment {
  const page = typeof document === "undefined" ? undefined : document;
  const scope = typeof window === "undefined" ? undefined : window;
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (handle) => clearTimeout(handle as number),
    random: randomNumber,
    openSocket,
    fetch: (url, options: FetchOptions) => fetch(url, options),
    abortController: () => (typeof AbortController === "undefined" ? null : new AbortController()),
    visible: () => page?.visibilityState !== "hidden",
    onWake: (listener) =>
      both(
        listen(scope, "online", listener),
        listen(scope, "pageshow", listener),
        listen(page, "resume", listener),
        listen(page, "visibilitychange", () => {
          if (page?.visibilityState === "visible") listener();
        }),
      ),
    onHide: (listener) =>
      both(
        listen(scope, "pagehide", listener),
        listen(page, "visibilitychange", () => {
          if (page?.visibilityState === "hidden") listener();
        }),
      ),
    origin: typeof location === "undefined" ? "" : location.origin,
    // oxlint-disable-next-line no-console -- both documents tell people to look for these lines in the browser's console
    log: (line) => console.info(line),
  };
}
