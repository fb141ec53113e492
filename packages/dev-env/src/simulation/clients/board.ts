import type { NetworkPath } from "../network/network-path.ts";
import type { World } from "../world/world.ts";
import { DocumentedSocket } from "./documented-socket.ts";

interface BoardMessage {
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
  readonly #world: World;
  readonly #options: BoardOptions;
  readonly #socket: DocumentedSocket;
  #told: { readonly epoch: string; readonly seq: number } | null = null;

  constructor(world: World, options: BoardOptions) {
    this.#world = world;
    this.#options = options;
    this.name = options.name;
    this.#socket = new DocumentedSocket(world, {
      name: options.name,
      address: () => this.#address(),
      onFrame: (text, connection) => this.#take(text, connection),
    });
  }

  get path(): NetworkPath {
    return this.#socket.path;
  }

  open(): void {
    this.#socket.open();
  }

  reload(): void {
    this.#socket.reload();
  }

  close(): void {
    this.#socket.close();
  }

  tellLeftovers(): void {
    this.#socket.tellLeftovers();
  }

  tellPresence(): void {
    this.#world.history.boards.push({ name: this.name, displayId: this.#options.displayId });
  }

  #address(): string {
    const { tenantSlug, displayId } = this.#options;
    const since = this.#told === null ? "" : `?epoch=${this.#told.epoch}&since=${this.#told.seq}`;
    return `/ws/tenants/${tenantSlug}/displays/${displayId}/${since}`;
  }

  #take(text: string, connection: number): void {
    const { clock, history } = this.#world;
    const { type, seq, epoch, ticket } = JSON.parse(text) as BoardMessage;
    history.boardFrames.push({
      at: clock.now,
      board: this.name,
      displayId: this.#options.displayId,
      connection,
      type,
      epoch: epoch ?? null,
      seq: seq ?? null,
      ticketId: ticket?.id ?? null,
      calls: ticket?.calls ?? null,
    });
    if (seq !== undefined && epoch !== undefined) this.#told = { epoch, seq };
  }
}
