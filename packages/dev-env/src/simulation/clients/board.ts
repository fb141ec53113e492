import type { SocketLike } from "@callnext/client";
import { NetworkPath } from "../network/network-path.ts";
import type { World } from "../world/world.ts";
import { openPage, type Page } from "./page.ts";

const PING_EVERY_MS = 4_000;
const SILENCE_MS = 9_000;
const OPEN_WITHIN_MS = 3_000;
const LONGEST_PAUSE_MS = 1_500;

interface DocumentedFrame {
  readonly type: string;
  readonly seq?: number;
  readonly epoch?: string;
  readonly ticket?: { readonly id: string; readonly calls: number };
}

export interface BoardOptions {
  readonly name: string;
  readonly displayId: string;
  readonly tenantSlug: string;
}

/**
 * A client of the second document that resumes with `since`, written from the contract alone: it remembers the
 * last seq it was told, on disk, and asks for what came after it.
 */
export class Board {
  readonly name: string;
  readonly path: NetworkPath;
  readonly #world: World;
  readonly #options: BoardOptions;
  #page: Page | null = null;
  #socket: SocketLike | null = null;
  #connection = 0;
  #told: { readonly epoch: string; readonly seq: number } | null = null;
  #silence: unknown = null;
  #next: unknown = null;
  #isClosed = false;

  constructor(world: World, options: BoardOptions) {
    this.#world = world;
    this.#options = options;
    this.name = options.name;
    this.path = new NetworkPath(world.clock, world.random.fork());
  }

  open(): void {
    this.#page?.host.kill();
    this.#page = openPage(this.#world, { name: this.name, path: this.path, session: null, skew: 0 });
    this.#connect();
  }

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
    const { history } = this.#world;
    history.leftovers.push({ who: this.name, what: "sockets", count: this.path.connections.size });
  }

  tellPresence(): void {
    this.#world.history.boards.push({ name: this.name, displayId: this.#options.displayId });
  }

  #connect(): void {
    const page = this.#page;
    if (page === null || this.#isClosed) return;
    this.#connection += 1;
    const id = this.#connection;
    const { tenantSlug, displayId } = this.#options;
    const since = this.#told === null ? "" : `?epoch=${this.#told.epoch}&since=${this.#told.seq}`;
    const url = `ws://simulated.example/ws/tenants/${tenantSlug}/displays/${displayId}/${since}`;
    this.#world.trace.add(this.name, `connects with ${since === "" ? "nothing" : since}`);
    const mine = (run: () => void): void => {
      if (id === this.#connection) run();
    };
    this.#socket = page.environment.openSocket(url, [], {
      onOpen: () => mine(() => this.#pingLater()),
      onMessage: (data) => mine(() => this.#take(String(data))),
      onClose: () => mine(() => this.#reconnect()),
    });
    this.#expect(OPEN_WITHIN_MS);
  }

  #take(text: string): void {
    const { clock, history } = this.#world;
    const frame = JSON.parse(text) as DocumentedFrame;
    this.#expect(SILENCE_MS);
    history.boardFrames.push({
      at: clock.now,
      board: this.name,
      displayId: this.#options.displayId,
      connection: this.#connection,
      type: frame.type,
      epoch: frame.epoch ?? null,
      seq: frame.seq ?? null,
      ticketId: frame.ticket?.id ?? null,
      calls: frame.ticket?.calls ?? null,
    });
    if (frame.seq !== undefined && frame.epoch !== undefined)
      this.#told = { epoch: frame.epoch, seq: frame.seq };
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
