import type { OutletSocket } from "@callnext/server/simulation";
import type { Connection } from "./connection.ts";

type Listener = (data: Buffer, isBinary: boolean) => void;

const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

/** The server's end of a connection, as the `ws` library gives it. */
export class ServerSocket implements OutletSocket {
  readonly OPEN = OPEN;
  readyState: number = OPEN;
  readonly #connection: Connection;
  readonly #listeners = new Map<string, Listener[]>();
  #parts: Buffer[] = [];

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get bufferedAmount(): number {
    return this.#connection.down.buffered;
  }

  on(event: string, run: Listener): void {
    const known = this.#listeners.get(event) ?? [];
    this.#listeners.set(event, [...known, run]);
  }

  send(part: Buffer, { fin }: { readonly fin: boolean }, written: () => void): void {
    if (this.readyState !== OPEN) return;
    this.#parts.push(part);
    const parts = fin ? this.#parts : [];
    if (fin) this.#parts = [];
    this.#connection.sendDown(part.length, fin ? Buffer.concat(parts) : null, written);
  }

  ping(): void {
    this.#connection.pingDown();
  }

  close(code: number, reason: string): void {
    if (this.readyState !== OPEN) return;
    this.readyState = CLOSING;
    this.#connection.closeDown(code, reason);
  }

  terminate(): void {
    if (this.readyState === CLOSED) return;
    this.#connection.cutByServer();
  }

  hear(text: string): void {
    if (this.readyState === OPEN) this.#emit("message", Buffer.from(text));
  }

  pong(): void {
    if (this.readyState !== CLOSED) this.#emit("pong");
  }

  ended(): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.#emit("close");
  }

  #emit(event: string, data: Buffer = Buffer.alloc(0)): void {
    for (const run of this.#listeners.get(event) ?? []) run(data, false);
  }
}
