import type { SimulatedNode } from "../node/node.ts";
import { Pipe } from "../world/pipe.ts";
import type { ClientEnd } from "./client-end.ts";
import type { NetworkPath } from "./network-path.ts";
import { ServerSocket } from "./server-socket.ts";

/** Bytes of a frame that carries no text. */
const SMALL = 8;

export interface ConnectionOptions {
  readonly node: SimulatedNode;
  readonly path: NetworkPath;
  readonly client: ClientEnd;
  readonly onBacklog: (bytes: number) => void;
}

/** One TCP connection with a WebSocket on it. */
export class Connection {
  readonly node: SimulatedNode;
  readonly down: Pipe;
  readonly up: Pipe;
  readonly socket: ServerSocket;
  /** Some machine between has forgotten it: nothing passes, and nobody is told. */
  isForgotten = false;
  readonly #options: ConnectionOptions;

  constructor(options: ConnectionOptions) {
    const { node, path } = options;
    this.#options = options;
    this.node = node;
    this.down = new Pipe({ clock: node.host.clock, latency: path.latency });
    this.up = new Pipe({ clock: node.host.clock, latency: path.latency });
    this.socket = new ServerSocket(this);
    path.connections.add(this);
    path.apply();
    this.down.send(SMALL, () => options.client.opened());
  }

  /** `message` is the whole message where this is its last part. */
  sendDown(bytes: number, message: Buffer | null, written: () => void): void {
    const arrive = (): void => {
      if (message !== null) this.#options.client.message(message.toString());
    };
    this.down.send(bytes, arrive, () => this.node.host.post(written));
    this.#options.onBacklog(this.down.buffered);
  }

  /** A browser answers without asking its page. */
  pingDown(): void {
    this.down.send(SMALL, () => this.up.send(SMALL, () => this.#atServer(() => this.socket.pong())));
  }

  closeDown(code: number, reason: string): void {
    this.down.send(SMALL + reason.length, () => {
      this.#options.client.ended(code, reason);
      this.up.send(SMALL, () => this.#endAtServer());
    });
  }

  sendUp(text: string): void {
    this.up.send(text.length, () => this.#atServer(() => this.socket.hear(text)));
  }

  closeUp(): void {
    this.up.send(SMALL, () => this.#endAtServer());
  }

  cutByServer(): void {
    this.#break();
    this.#endAtServer();
    this.#endAtClient();
  }

  /** The network, or the process at the other end, ends it; whoever is told learns of it, the other one does not. */
  reset(told: { readonly client: boolean; readonly server: boolean }): void {
    this.#break();
    if (told.server) this.#endAtServer();
    if (told.client) this.#endAtClient();
  }

  #break(): void {
    this.down.break();
    this.up.break();
    this.#options.path.connections.delete(this);
  }

  #endAtServer(): void {
    this.#options.path.connections.delete(this);
    this.#atServer(() => this.socket.ended());
  }

  #endAtClient(): void {
    const { path, client } = this.#options;
    if (this.isForgotten || path.losesDown) return;
    this.node.host.clock.after(path.latency(), () => client.ended(1006, ""));
  }

  #atServer(run: () => void): void {
    this.node.host.post(run);
  }
}
