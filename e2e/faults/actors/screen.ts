import {
  browserEnvironment,
  type CallnextClient,
  type CallnextOptions,
  type ConnectionState,
  createCallnext,
  type TopicState,
} from "@callnext/client";

export interface TopicSample {
  readonly at: number;
  readonly state: TopicState;
}

export interface ConnectionSample {
  readonly at: number;
  readonly state: ConnectionState;
}

/** Everything that one screen's client said of itself, in order. */
export interface ScreenHistory {
  readonly name: string;
  readonly connection: ConnectionSample[];
  readonly topics: ReadonlyMap<string, TopicSample[]>;
}

/** Node's WebSocket, like a browser's, can set no header. */
function signedIn(baseUrl: string, token: string): Pick<CallnextOptions, "authorization" | "socketTicket"> {
  const authorization = `Bearer ${token}`;
  return {
    authorization: () => authorization,
    async socketTicket() {
      const url = `${baseUrl}/api/v1/auth/socket-ticket`;
      const answer = await fetch(url, { method: "POST", headers: { authorization } });
      if (!answer.ok) throw new Error(`a socket's ticket was answered with ${String(answer.status)}`);
      return ((await answer.json()) as { readonly ticket: string }).ticket;
    },
  };
}

/** The SDK as a page uses it, on Node's own WebSocket and fetch. */
export class Screen implements Disposable {
  readonly history: ScreenHistory;
  readonly #client: CallnextClient;
  readonly #stops: readonly (() => void)[];

  /** With a session's token it is somebody's console. */
  constructor(name: string, baseUrl: string, topics: readonly string[], token: string | null = null) {
    const environment = { ...browserEnvironment(), log: () => undefined };
    const client = createCallnext({
      baseUrl,
      environment,
      ...(token === null ? {} : signedIn(baseUrl, token)),
    });
    const connection: ConnectionSample[] = [];
    const samples = new Map<string, TopicSample[]>();
    this.#client = client;
    this.history = { name, connection, topics: samples };
    const watch = (): void => void connection.push({ at: Date.now(), state: client.connection.get() });
    watch();
    const listen = (topic: string): (() => void) => {
      const readable = client.topic(topic);
      const history: TopicSample[] = [];
      samples.set(topic, history);
      return readable.subscribe(() => history.push({ at: Date.now(), state: readable.get() }));
    };
    this.#stops = [client.connection.subscribe(watch), ...topics.map(listen)];
  }

  /** Live, and every topic proved to be the newest. */
  get isFresh(): boolean {
    const isLive = this.#client.connection.get().kind === "live";
    return isLive && [...this.history.topics.keys()].every((topic) => this.isProved(topic));
  }

  isProved(topic: string): boolean {
    const { view, stale, provedAt } = this.#client.topic(topic).get();
    return view !== null && !stale && provedAt > 0;
  }

  state(topic: string): TopicState {
    return this.#client.topic(topic).get();
  }

  [Symbol.dispose](): void {
    for (const stop of this.#stops) stop();
    this.#client.close();
  }
}
