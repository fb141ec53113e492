import type { ShopEvent } from "@callnext/core";
import type { ShopFeed } from "./shop-feed.ts";

const MOST_EVENTS = 10_000;
const PAGE = 1_000;

export type ReadEvents = (sinceSeq: number, limit: number) => Promise<readonly ShopEvent[]>;

/**
 * The newest events of one shop, read from the log no further back than somebody asked: a crowd of boards
 * that returns after a restart costs one reading, not one per board.
 */
export class EventMemory implements Disposable {
  readonly #feed: ShopFeed;
  readonly #read: ReadEvents;
  readonly #listening: Disposable;
  #events: ShopEvent[] = [];
  /** Everything after this seq is held. */
  #floor: number;
  #epoch: string;
  #reading: Promise<unknown> = Promise.resolve();

  constructor(feed: ShopFeed, read: ReadEvents) {
    this.#feed = feed;
    this.#read = read;
    this.#floor = feed.current.state.seq;
    this.#epoch = feed.current.epoch;
    this.#listening = feed.listen(({ events, after }) => this.#append(events, after.state.seq, after.epoch));
  }

  /** All events after `seq`, or undefined where they are too many, or gone from the log. */
  async since(seq: number): Promise<readonly ShopEvent[] | undefined> {
    const { floor, events } = await this.reachBack(seq);
    return seq < floor ? undefined : events;
  }

  /** The events after `floor`, which is `seq` or, where log and memory do not reach that far, the nearest they reach. */
  async reachBack(seq: number): Promise<{ readonly floor: number; readonly events: readonly ShopEvent[] }> {
    const mine = this.#reading.then(() => this.#reach(seq));
    // The next in line waits for this one, whether it succeeds or not.
    this.#reading = mine.catch(() => undefined);
    await mine;
    const floor = Math.max(seq, this.#floor);
    return { floor, events: this.#events.filter((event) => event.seq > floor) };
  }

  [Symbol.dispose](): void {
    this.#listening[Symbol.dispose]();
  }

  #append(events: readonly ShopEvent[], head: number, epoch: string): void {
    const last = this.#events.at(-1)?.seq ?? this.#floor;
    const isNext =
      epoch === this.#epoch && (events.length === 0 ? head === last : events[0]?.seq === last + 1);
    if (isNext) {
      this.#events.push(...events);
    } else {
      this.#events = [];
      this.#floor = head;
      this.#epoch = epoch;
    }
    this.#trim();
  }

  #trim(): void {
    const surplus = this.#events.length - MOST_EVENTS;
    if (surplus <= 0) return;
    this.#floor = this.#events[surplus - 1]?.seq ?? this.#floor;
    this.#events.splice(0, surplus);
  }

  async #reach(seq: number): Promise<void> {
    if (this.#feed.current.state.seq - seq > MOST_EVENTS) return;
    while (seq < this.#floor) {
      const floor = this.#floor;
      const from = Math.max(seq, floor - PAGE);
      const page = (await this.#read(from, floor - from)).filter((event) => event.seq <= floor);
      const firstHeld = page[0]?.seq;
      // The log may have let go of the oldest; what it has must join what is held without a gap.
      const isWhole =
        firstHeld !== undefined && page.every((event, index) => event.seq === firstHeld + index);
      if (!isWhole || page.at(-1)?.seq !== floor || floor !== this.#floor) return;
      this.#events = [...page, ...this.#events];
      this.#floor = firstHeld - 1;
      this.#trim();
      if (this.#floor !== from) return;
    }
  }
}
