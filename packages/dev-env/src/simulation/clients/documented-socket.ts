import type { SocketLike } from "@callnext/client";
import { NetworkPath } from "../network/network-path.ts";
import type { World } from "../world/world.ts";
import { openPage, type Page } from "./page.ts";

const PING_EVERY_MS = 4_000;
const SILENCE_MS = 8_000;
const OPEN_WITHIN_MS = 3_000;
const LONGEST_PAUSE_MS = 1_500;

export interface DocumentedSocketOptions {
  readonly name: string;
  /** With the query; asked for each connection. */
  readonly address: () => string;
  /** `connection` grows with each one. */
  readonly onFrame: (text: string, connection: number) => void;
}

/** How a careful client of the documents keeps its socket: pings, gives up on silence, and comes back for ever. */
export class DocumentedSocket {
  readonly path: NetworkPath;
  readonly #world: World;
  readonly #options: DocumentedSocketOptions;
  #page: Page | null = null;
  #socket: SocketLike | null = null;
  #connection = 0;
  #silence: unknown = null;
  #next: unknown = null;
  #isClosed = false;

  constructor(world: World, options: DocumentedSocketOptions) {
    this.#world = world;
    this.#options = options;
    this.path = new NetworkPath(world.clock, world.random.fork());
  }

  open(): void {
    this.#page?.host.kill();
    this.#page = openPage(this.#world, { name: this.#options.name, path: this.path, session: null, skew: 0 });
    this.#connect();
  }

  /** The page goes away without a word, and is loaded anew. */
  reload(): void {
    if (this.#page === null) return;
    for (const connection of [...this.path.connections]) connection.reset({ client: false, server: true });
    this.open();
  }

  close(): void {
    this.#isClosed = true;
    this.#drop();
    this.#page?.environment.clearTimeout(this.#next);
  }

  tellLeftovers(): void {
    this.#world.history.leftovers.push({
      who: this.#options.name,
      what: "sockets",
      count: this.path.connections.size,
    });
  }

  #connect(): void {
    const page = this.#page;
    if (page === null || this.#isClosed) return;
    this.#connection += 1;
    const id = this.#connection;
    const address = this.#options.address();
    this.#world.trace.add(this.#options.name, `connects to ${address}`);
    const mine = (run: () => void): void => {
      if (id === this.#connection) run();
    };
    this.#socket = page.environment.openSocket(`ws://simulated.example${address}`, [], {
      onOpen: () => mine(() => this.#pingLater()),
      onMessage: (data) =>
        mine(() => {
          this.#expect(SILENCE_MS);
          this.#options.onFrame(String(data), id);
        }),
      onClose: () => mine(() => this.#reconnect()),
    });
    this.#expect(OPEN_WITHIN_MS);
  }

  /** Gives the socket up when nothing comes within this time. */
  #expect(ms: number): void {
    const environment = this.#page?.environment;
    environment?.clearTimeout(this.#silence);
    this.#silence = environment?.setTimeout(() => this.#reconnect(), ms);
  }

  #pingLater(): void {
    const id = this.#connection;
    this.#page?.environment.setTimeout(() => {
      if (id !== this.#connection || this.#socket === null) return;
      this.#socket.send('{"type":"ping"}');
      this.#pingLater();
    }, PING_EVERY_MS);
  }

  #drop(): void {
    this.#page?.environment.clearTimeout(this.#silence);
    this.#connection += 1;
    this.#socket?.close();
    this.#socket = null;
  }

  #reconnect(): void {
    this.#drop();
    const environment = this.#page?.environment;
    this.#next = environment?.setTimeout(() => this.#connect(), environment.random() * LONGEST_PAUSE_MS);
  }
}
