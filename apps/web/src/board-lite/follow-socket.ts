import type { LiteFrame } from "./lite-state.ts";
import { request } from "./request.ts";

export interface SocketWish {
  /** Of the second document's socket, without its query. */
  readonly path: string;
  /** `wss://host`, without a slash at its end. */
  readonly origin: string;
  readonly key: string | null;
  /** What the board has; null where it has nothing yet. */
  readonly has: () => { readonly epoch: string; readonly seq: number } | null;
  readonly onFrame: (frame: LiteFrame) => void;
  /** All that had happened at `askedAt` was told. */
  readonly onPong: (askedAt: number) => void;
  readonly onLive: (live: boolean) => void;
}

export interface FollowedSocket {
  /** The server can be reached: what was put off is tried at once. */
  readonly wake: () => void;
  readonly stop: () => void;
}

var PING_EVERY_MS = 3_000;
/** Without an answer for so long, or without an opening, a connection is taken for dead. */
var SILENT_AFTER_MS = 7_000;
var FIRST_WAIT_MS = 1_000;
var LONGEST_WAIT_MS = 15_000;

/** Keeps one socket open, from where the board is on; null where the set has none. */
export function followSocket(wish: SocketWish): FollowedSocket | null {
  if (!window.WebSocket) return null;
  var stopped = false;
  var wait = FIRST_WAIT_MS;
  var timer = 0;
  var closeCurrent: (() => void) | null = null;

  function later(): void {
    closeCurrent = null;
    wish.onLive(false);
    if (stopped) return;
    timer = window.setTimeout(open, wait * (0.75 + Math.random() / 2));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  }
  function open(): void {
    clearTimeout(timer);
    timer = 0;
    if (wish.key === null) return go("");
    closeCurrent = askTicket(wish, wish.key, go);
  }
  function go(ticket: string | null): void {
    if (ticket === null) later();
    else closeCurrent = connect(wish, ticket, onOpen, later);
  }
  function onOpen(): void {
    wait = FIRST_WAIT_MS;
    wish.onLive(true);
  }
  open();
  return {
    wake: function (): void {
      if (timer !== 0 && wait > FIRST_WAIT_MS * 2) open();
    },
    stop: function (): void {
      stopped = true;
      clearTimeout(timer);
      if (closeCurrent !== null) closeCurrent();
    },
  };
}

/** A device's key must not stand in an address, so it is changed for a ticket that serves once. Null: none was given. */
function askTicket(wish: SocketWish, key: string, go: (ticket: string | null) => void): () => void {
  var asked = { method: "POST", path: "/auth/socket-ticket", body: { path: wish.path }, key: key } as const;
  return request(asked, function (answer): void {
    go(answer.ok ? (answer.body as { readonly ticket: string }).ticket : null);
  });
}

/** From where the board is on, so that nothing is told twice and nothing left out. */
function queryOf(wish: SocketWish, ticket: string): string {
  var has = wish.has();
  var parts: string[] = [];
  if (has !== null) parts.push("epoch=" + encodeURIComponent(has.epoch), "since=" + String(has.seq));
  if (ticket !== "") parts.push("ticket=" + encodeURIComponent(ticket));
  return parts.length === 0 ? "" : "?" + parts.join("&");
}

function connect(wish: SocketWish, ticket: string, onOpen: () => void, onEnd: () => void): () => void {
  var over = false;
  var askedAt = 0;
  var heardAt = Date.now();
  var socket = new WebSocket(wish.origin + wish.path + queryOf(wish, ticket));
  function end(): void {
    if (over) return;
    over = true;
    clearInterval(beat);
    socket.close();
    onEnd();
  }
  function ping(): void {
    if (Date.now() - heardAt >= SILENT_AFTER_MS) return end();
    // One at a time: a pong must not be taken for the answer to a later question.
    if (askedAt !== 0 || socket.readyState !== 1) return;
    askedAt = Date.now();
    socket.send('{"type":"ping"}');
  }
  var beat = setInterval(ping, PING_EVERY_MS);
  socket.onclose = end;
  socket.onerror = end;
  socket.onmessage = function (message): void {
    if (over) return;
    heardAt = Date.now();
    var frame = frameOf(message.data);
    if (frame.type === "connection") {
      onOpen();
      ping();
    } else if (frame.type === "pong") {
      wish.onPong(askedAt);
      askedAt = 0;
    } else wish.onFrame(frame);
  };
  return function (): void {
    over = true;
    clearInterval(beat);
    socket.close();
  };
}

/** What cannot be read says that something changed, as `refresh` does. */
function frameOf(data: unknown): LiteFrame {
  try {
    return JSON.parse(String(data)) as LiteFrame;
  } catch {
    return { type: "refresh" };
  }
}
