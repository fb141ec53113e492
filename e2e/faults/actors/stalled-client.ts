import { connect, type Socket } from "node:net";
import { randomBytes } from "node:crypto";

export interface StalledOptions {
  readonly port: number;
  /** `/ws/…`. */
  readonly path: string;
  readonly subprotocol?: string;
  /** Said once the socket is open. */
  readonly hello?: readonly object[];
}

const PING_EVERY_MS = 2_000;
const RETURN_AFTER_MS = 500;

/**
 * A client that opens a WebSocket, goes on speaking and never reads a byte of what it is told. When the server gives it
 * up it comes back and does the same.
 */
export class StalledClient implements Disposable {
  readonly #options: StalledOptions;
  #socket: Socket | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  #isStalled = false;
  #returns = 0;

  constructor(options: StalledOptions) {
    this.#options = options;
    this.#open();
  }

  /** It got its 101 and reads no more. */
  get isStalled(): boolean {
    return this.#isStalled;
  }

  /** How often the server ended it. */
  get returns(): number {
    return this.#returns;
  }

  [Symbol.dispose](): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.destroy();
  }

  #open(): void {
    const { port, path, subprotocol } = this.#options;
    const socket = connect(port, "localhost");
    this.#socket = socket;
    const lines = [
      `GET ${path} HTTP/1.1`,
      `Host: localhost:${String(port)}`,
      "Upgrade: websocket",
      "Connection: Upgrade",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
      "Sec-WebSocket-Version: 13",
      ...(subprotocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${subprotocol}`]),
    ];
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    socket.once("data", (head: Buffer) => {
      if (head.toString("latin1").startsWith("HTTP/1.1 101")) this.#stall(socket);
      else socket.destroy();
    });
    // The close event follows.
    socket.on("error", () => undefined);
    socket.on("close", () => this.#comeBack());
  }

  #stall(socket: Socket): void {
    socket.pause();
    this.#isStalled = true;
    for (const frame of this.#options.hello ?? []) socket.write(maskedText(JSON.stringify(frame)));
    const speak = (): void => {
      // A socket that does not read learns of its end only by writing.
      socket.write(maskedText('{"type":"ping"}'));
      this.#timer = setTimeout(speak, PING_EVERY_MS);
    };
    this.#timer = setTimeout(speak, PING_EVERY_MS);
  }

  #comeBack(): void {
    clearTimeout(this.#timer);
    this.#isStalled = false;
    if (this.#closed) return;
    this.#returns += 1;
    this.#timer = setTimeout(() => this.#open(), RETURN_AFTER_MS);
  }
}

const TEXT_FRAME = 0x81;
const MASKED = 0x80;
const SHORT = 126;

/** One final text frame as a client must send it; the key of zeros leaves the text as it is. */
function maskedText(text: string): Buffer {
  const payload = Buffer.from(text);
  const length =
    payload.length < SHORT
      ? [MASKED | payload.length]
      : [MASKED | SHORT, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from([TEXT_FRAME, ...length, 0, 0, 0, 0]), payload]);
}
