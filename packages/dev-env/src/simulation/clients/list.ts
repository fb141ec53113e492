import type { NetworkPath } from "../network/network-path.ts";
import type { World } from "../world/world.ts";
import { DocumentedSocket } from "./documented-socket.ts";

interface ListMessage {
  readonly type: string;
  readonly seq?: number;
  readonly epoch?: string;
  readonly queue_items?: readonly object[];
  readonly queue_item?: { readonly ticket_id: string };
}

export interface ListOptions {
  readonly name: string;
  readonly shopId: number;
}

/** A page of the first document: it shows whatever list it was sent last. */
export class List {
  readonly name: string;
  readonly #world: World;
  readonly #socket: DocumentedSocket;

  constructor(world: World, { name, shopId }: ListOptions) {
    this.#world = world;
    this.name = name;
    this.#socket = new DocumentedSocket(world, {
      name,
      address: () => `/ws/queue/${shopId}/`,
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
    this.#world.history.lists.push(this.name);
  }

  #take(text: string, connection: number): void {
    const { clock, history } = this.#world;
    const { type, seq, epoch, queue_items: items, queue_item: entry } = JSON.parse(text) as ListMessage;
    history.listFrames.push({
      at: clock.now,
      list: this.name,
      connection,
      type,
      epoch: epoch ?? null,
      seq: seq ?? null,
      items: items ?? null,
      entered: entry?.ticket_id ?? null,
    });
  }
}
