import { Connection } from "./connection/connection.ts";
import type { CallnextClient } from "./contract.ts";
import { browserEnvironment } from "./environment/browser-environment.ts";
import type { Environment, KeyValueStore } from "./environment/environment.ts";
import { HttpClient } from "./http/http-client.ts";
import { socketUrl, withTicket } from "./connection/socket-url.ts";
import { Poller } from "./topics/poller.ts";
import { isStoredViewKey } from "./topics/stored-view.ts";
import { subscribeFrame } from "./topics/subscribe-frame.ts";
import { POLL_WITHIN_MS } from "./topics/timing.ts";
import { TopicHub } from "./topics/topic-hub.ts";

export interface CallnextOptions {
  /** `https://host`; empty or absent: the page's own origin. */
  readonly baseUrl?: string;
  /** `wss://host` where sockets live elsewhere, or a function that gives the whole address for each attempt (with a one-use ticket). */
  readonly wsUrl?: string | (() => string | Promise<string>);
  readonly environment?: Environment;
  /** The `Authorization` header for HTTP, where there is no cookie. A key or token goes nowhere else. */
  readonly authorization?: () => string | null;
  /**
   * Before each attempt: a one-use ticket for the socket (`POST /auth/socket-ticket`), which a browser needs because it
   * can set no header there; null: none. A rejection is a failed attempt.
   */
  readonly socketTicket?: () => Promise<string | null>;
  /** Where views outlive the page; absent: nowhere. */
  readonly store?: KeyValueStore;
  /** Which topics are stored. Default: all but those of the staff, which hold names and phone numbers. */
  readonly keeps?: (topic: string) => boolean;
  /** What this board calls itself (letters, digits, `.`, `:`, `-`, `_`; at most 64), the same after every restart. */
  readonly board?: string;
}

const withoutPersonalData = (topic: string): boolean => !/:(staff|boards|appointments)$/.test(topic);

const eraseStored = async (store: KeyValueStore): Promise<void> => {
  const keys = await store.keys();
  await Promise.all(keys.filter(isStoredViewKey).map((key) => store.delete(key)));
};

/** Where the socket is, each time with a ticket of its own where one is wanted. */
const socketAddress = (
  { wsUrl, socketTicket }: CallnextOptions,
  origin: string,
): (() => string | Promise<string>) => {
  const address = typeof wsUrl === "function" ? wsUrl : () => socketUrl(wsUrl ?? origin);
  if (socketTicket === undefined) return address;
  return async () => {
    const ticket = await socketTicket();
    return withTicket(await address(), ticket);
  };
};

/** The live connection of one page: nothing is opened before the first topic is listened to. */
export function createCallnext(options: CallnextOptions = {}): CallnextClient {
  const environment = options.environment ?? browserEnvironment();
  const { store, board, keeps = withoutPersonalData, authorization = () => null } = options;
  const baseUrl = (options.baseUrl ?? "").replace(/\/+$/, "");
  const http = new HttpClient({ environment, baseUrl, authorization });
  const hub = new TopicHub({
    environment,
    storeFor: (name) => (store && keeps(name) ? store : null),
    subscribe: (topic, have) => connection.send(subscribeFrame(topic, have, board)),
    report: (frame) => void (board && connection.send(frame)),
    unsubscribe: (topic) => void connection.send({ type: "unsubscribe", topic }),
    onNeeded: (needed) => (needed ? connection.start() : connection.stop()),
  });
  const connection: Connection = new Connection({
    environment,
    url: socketAddress(options, baseUrl || environment.origin),
    onOpen: () => hub.active().forEach((topic) => topic.socketOpened()),
    onFrame: (frame, lagMs) => hub.receive(frame, lagMs),
  });
  const poller = new Poller({
    environment,
    topics: () => hub.active(),
    get: (path) => http.request("GET", path, undefined, { timeoutMs: POLL_WITHIN_MS }),
    onAnswer: () => connection.wake(),
  });
  connection.state.subscribe(() => {
    const state = connection.state.get();
    poller.set((state.kind === "waiting" || state.kind === "connecting") && state.polling);
  });
  const wake = (): void => {
    for (const topic of hub.active()) topic.checkFreshness();
    connection.wake();
    poller.now();
  };
  const stops = [
    environment.onWake(wake),
    environment.onHide(() => hub.active().forEach((topic) => topic.flush())),
  ];
  return {
    connection: connection.state,
    topic: (name) => hub.readable(name),
    request: <T>(...call: Parameters<CallnextClient["request"]>) => http.request(...call) as Promise<T>,
    seen: (topic, report) => hub.reports.seen(topic, report),
    wake,
    reconnect: () => connection.reconnect(),
    forget: async () => {
      hub.forgetAll();
      if (store) await eraseStored(store);
    },
    close: () => {
      for (const stop of stops) stop();
      hub.close();
      poller.set(false);
      connection.close();
    },
  };
}
