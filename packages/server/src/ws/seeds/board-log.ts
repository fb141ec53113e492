import { type BoardTicket, isoTime, type TicketId } from "@callnext/core";
import type { ShopChange } from "../../shops/shop-runtime.ts";
import { encode } from "../../stream/encode.ts";
import type { EventMemory } from "../../stream/event-memory.ts";
import type { ShopFeed } from "../../stream/shop-feed.ts";
import type { Timers } from "../../stream/timers.ts";
import { type BoardMessage, boardMessages } from "./board-messages.ts";
import { missedEvents } from "./missed-events.ts";

const MOST_MESSAGES = 2_000;
const MOST_BYTES = 1024 * 1024;

export interface EncodedMessage {
  readonly seq: number;
  readonly frames: readonly Buffer[];
  readonly bytes: number;
}

export interface BoardListener {
  /** There are new messages, or the board must fetch everything anew where `after` no longer reaches it. */
  news(): void;
  /** Names of staff changed, which is no event and has no message: what the board shows has to be fetched anew. */
  renamed(): void;
  switchedOff(): void;
}

const encodeMessage = ({ seq, frames }: BoardMessage): EncodedMessage => {
  const buffers = frames.map(encode);
  return { seq, frames: buffers, bytes: buffers.reduce((sum, buffer) => sum + buffer.length, 0) };
};

/** The messages of one board in order, each made once for all its sockets. Serves the live ones and those that were away. */
export class BoardLog implements Disposable {
  readonly #displayId: string;
  readonly #feed: ShopFeed;
  readonly #memory: EventMemory;
  readonly #timers: Timers;
  readonly #listening: Disposable;
  readonly #listeners = new Set<BoardListener>();
  #messages: EncodedMessage[] = [];
  #bytes = 0;
  /** Every message after this seq is held. */
  #floor: number;
  #epoch: string;
  #covering: Promise<unknown> = Promise.resolve();

  constructor(displayId: string, feed: ShopFeed, memory: EventMemory, timers: Timers) {
    this.#displayId = displayId;
    this.#feed = feed;
    this.#memory = memory;
    this.#timers = timers;
    this.#floor = feed.current.state.seq;
    this.#epoch = feed.current.epoch;
    this.#listening = feed.listen((change) => this.#take(change));
  }

  get head(): { readonly seq: number; readonly epoch: string } {
    return { seq: this.#feed.current.state.seq, epoch: this.#feed.current.epoch };
  }

  get isOn(): boolean {
    return this.#feed.current.state.displays.get(this.#displayId)?.active === true;
  }

  listen(listener: BoardListener): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  /** The messages after `seq`, or undefined where some of them are not held. */
  after(seq: number): readonly EncodedMessage[] | undefined {
    if (seq < this.#floor || seq > this.head.seq) return undefined;
    const first = this.#messages.findLastIndex((message) => message.seq <= seq) + 1;
    return this.#messages.slice(first);
  }

  /** Everything anew: stands for all messages up to the head. */
  refresh(): Buffer {
    return encode({ type: "refresh", timestamp: isoTime(this.#timers.now()), ...this.head });
  }

  /** Reads what is needed for `after(seq)` from the shop's log, as far as it goes. */
  async cover(seq: number): Promise<void> {
    const mine = this.#covering.then(() => this.#reach(seq));
    this.#covering = mine.catch(() => undefined);
    await mine;
  }

  [Symbol.dispose](): void {
    this.#listening[Symbol.dispose]();
  }

  async #reach(seq: number): Promise<void> {
    const floor = this.#floor;
    const epoch = this.#epoch;
    if (seq >= floor) return;
    const now = this.#feed.current;
    const missed = await missedEvents(this.#memory, this.#displayId, { since: seq, upTo: floor, now });
    // The floor moves where a burst of new messages pushed old ones out meanwhile: then there is a hole.
    if (missed === undefined || floor !== this.#floor || epoch !== this.#epoch) return;
    const older = boardMessages(missed.past, missed.events, now).map(encodeMessage);
    this.#messages = [...older, ...this.#messages];
    this.#bytes += older.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#floor = seq;
    this.#trim();
  }

  #take(change: ShopChange): void {
    const { before, after, events } = change;
    // Without events names changed: messages that tell the old ones are no longer for anybody.
    const isNext = after.epoch === this.#epoch && events[0]?.seq === before.state.seq + 1;
    try {
      if (isNext) this.#append(change);
      else this.#startAnew(after.state.seq, after.epoch);
    } catch (cause) {
      // What could not be told becomes a refresh for every board.
      this.#startAnew(after.state.seq, after.epoch);
      throw cause;
    } finally {
      this.#announce(change);
    }
  }

  #announce({ before, after, events }: ShopChange): void {
    const wasActive = before.state.displays.get(this.#displayId)?.active === true;
    const isActive = after.state.displays.get(this.#displayId)?.active === true;
    for (const listener of this.#listeners) {
      if (wasActive && !isActive) listener.switchedOff();
      else if (events.length === 0) listener.renamed();
      else listener.news();
    }
  }

  #append({ before, after, events }: ShopChange): void {
    const past = {
      displayId: this.#displayId,
      display: before.state.displays.get(this.#displayId),
      tickets: new Map<TicketId, BoardTicket>(),
      lookUp: (id: TicketId) => before.state.tickets.get(id),
    };
    const messages = boardMessages(past, events, after).map(encodeMessage);
    this.#messages.push(...messages);
    this.#bytes += messages.reduce((sum, { bytes }) => sum + bytes, 0);
    this.#trim();
  }

  #startAnew(seq: number, epoch: string): void {
    this.#messages = [];
    this.#bytes = 0;
    this.#floor = seq;
    this.#epoch = epoch;
  }

  #trim(): void {
    while (this.#messages.length > MOST_MESSAGES || this.#bytes > MOST_BYTES) {
      const dropped = this.#messages.shift();
      if (dropped === undefined) return;
      this.#bytes -= dropped.bytes;
      this.#floor = dropped.seq;
    }
  }
}
