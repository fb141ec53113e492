import type { SocketHandlers, SocketLike } from "@callnext/client";
import type { Host } from "../world/host.ts";
import type { Connection } from "./connection.ts";

/** A browser's end of a connection, from the attempt to the end. */
export class ClientEnd implements SocketLike {
  readonly #host: Host;
  readonly #handlers: SocketHandlers;
  readonly #onMessage: (text: string) => void;
  #connection: Connection | null = null;
  #isOver = false;

  constructor(host: Host, handlers: SocketHandlers, onMessage: (text: string) => void) {
    this.#host = host;
    this.#handlers = handlers;
    this.#onMessage = onMessage;
  }

  send(text: string): void {
    this.#connection?.sendUp(text);
  }

  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#connection?.closeUp();
  }

  /** The server has answered; the socket may have been closed meanwhile, or its page with it. */
  connected(connection: Connection): void {
    this.#connection = connection;
    if (this.#isOver || !this.#host.isAlive) connection.closeUp();
  }

  opened(): void {
    this.#tell(() => this.#handlers.onOpen());
  }

  message(text: string): void {
    this.#tell(() => {
      this.#onMessage(text);
      this.#handlers.onMessage(text);
    });
  }

  ended(code: number, reason: string): void {
    this.#tell(() => {
      this.#isOver = true;
      this.#handlers.onClose(code, reason);
    });
  }

  #tell(run: () => void): void {
    this.#host.post(() => {
      if (!this.#isOver) run();
    });
  }
}
