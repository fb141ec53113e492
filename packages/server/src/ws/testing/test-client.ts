import { WebSocket } from "ws";

const DEADLINE_MS = 5_000;

export interface Frame {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** A plain socket client that keeps what it got. Waiting has a deadline. */
export interface TestClient extends AsyncDisposable {
  readonly socket: WebSocket;
  readonly frames: readonly Frame[];
  /** The next frame not yet taken, of this type where one is given (others before it are taken too). */
  next(type?: string): Promise<Frame>;
  /** Frames not yet taken, once the server has answered a ping sent now. */
  settled(): Promise<readonly Frame[]>;
  send(frame: unknown): void;
  /** How the socket ended. */
  ended(): Promise<{ readonly code: number; readonly reason: string }>;
}

export interface Refused {
  readonly status: number;
  readonly code: string;
}

const withinDeadline = async <Value>(work: Promise<Value>, what: () => string): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${DEADLINE_MS} ms: ${what()}`)), DEADLINE_MS);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
};

const clientOf = (socket: WebSocket): TestClient => {
  const frames: Frame[] = [];
  let taken = 0;
  let wake = (): void => undefined;
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on("close", (code, reason) => {
      resolve({ code, reason: reason.toString() });
      wake();
    });
  });
  socket.on("message", (data: Buffer) => {
    frames.push(JSON.parse(data.toString()) as Frame);
    wake();
  });
  const next = async (type?: string): Promise<Frame> => {
    for (;;) {
      const frame = frames[taken];
      if (frame === undefined) {
        if (socket.readyState === WebSocket.CLOSED)
          throw new Error(`closed while waiting for ${type ?? "a frame"}`);
        await withinDeadline(
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
          () => `${type ?? "a frame"}; got ${JSON.stringify(frames.slice(-3))}`,
        );
        continue;
      }
      taken += 1;
      if (type === undefined || frame.type === type) return frame;
    }
  };
  return {
    socket,
    frames,
    next,
    ended: () => withinDeadline(closed, () => "the end of the socket"),
    send: (frame) => socket.send(typeof frame === "string" ? frame : JSON.stringify(frame)),
    async settled() {
      const start = taken;
      socket.send('{"type":"ping"}');
      await next("pong");
      return frames.slice(start, taken - 1);
    },
    async [Symbol.asyncDispose]() {
      socket.terminate();
      await closed;
    },
  };
};

export interface ConnectOptions {
  readonly origin?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly protocols?: readonly string[];
}

/** Opens a socket, or says how the server refused it before the 101. */
export const tryConnect = (url: string, options: ConnectOptions = {}): Promise<TestClient | Refused> => {
  const socket = new WebSocket(url, [...(options.protocols ?? [])], {
    headers: { ...options.headers },
    ...(options.origin === undefined ? {} : { origin: options.origin }),
    perMessageDeflate: false,
  });
  const client = clientOf(socket);
  const answer = new Promise<TestClient | Refused>((resolve, reject) => {
    socket.on("open", () => resolve(client));
    socket.on("error", reject);
    socket.on("unexpected-response", (_request, response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => (body += chunk.toString()));
      response.on("end", () => {
        const { code } = JSON.parse(body) as { code: string };
        resolve({ status: response.statusCode ?? 0, code });
      });
    });
  });
  return withinDeadline(answer, () => `an answer of ${url}`);
};

export const connect = async (url: string, options: ConnectOptions = {}): Promise<TestClient> => {
  const client = await tryConnect(url, options);
  if ("status" in client) throw new Error(`${url} was refused: ${JSON.stringify(client)}`);
  return client;
};
