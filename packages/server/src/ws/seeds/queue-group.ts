import { isOpenTicket, queueItems, queuePage, type ShopEvent, type TicketId } from "@callnext/core";
import type { ShopSnapshot } from "../../shops/shop-runtime.ts";
import { encode } from "../../stream/encode.ts";
import { createPaced, type Paced } from "../../stream/paced.ts";
import type { ShopFeed } from "../../stream/shop-feed.ts";
import type { Timers } from "../../stream/timers.ts";
import type { Outlet } from "../outlet.ts";
import { Listeners } from "./listeners.ts";
import { pauseFor } from "./pause-for.ts";

export interface QueueAudience {
  /** Without a staff session of the shop's tenant. */
  readonly masked: boolean;
  /** On the path without the trailing slash. */
  readonly page: boolean;
}

/** Displays are no part of what the first document's page shows. */
const isAboutQueue = ({ type }: ShopEvent): boolean =>
  type !== "display-configured" && type !== "display-refreshed" && type !== "counter-configured";

/** All clients of the first document's queue socket that may see the same: one list for all of them. */
export class QueueGroup implements Disposable {
  readonly #feed: ShopFeed;
  readonly #audience: QueueAudience;
  readonly #timers: Timers;
  readonly #pace: Paced;
  readonly #listening: Disposable;
  readonly #listeners = new Listeners(() => this.#update());
  #joined: TicketId[] = [];
  #made: { readonly of: ShopSnapshot; readonly frame: Buffer } | null = null;

  constructor(feed: ShopFeed, audience: QueueAudience, timers: Timers) {
    this.#feed = feed;
    this.#audience = audience;
    this.#timers = timers;
    this.#pace = createPaced(timers, () => this.#tell());
    this.#listening = feed.listen(({ events }) => {
      if (events.length > 0 && !events.some(isAboutQueue)) return;
      for (const event of events) if (event.type === "ticket-issued") this.#joined.push(event.ticketId);
      this.#pace.nudge();
    });
  }

  add(outlet: Outlet): void {
    this.#listeners.add(outlet);
  }

  [Symbol.dispose](): void {
    this.#pace[Symbol.dispose]();
    this.#listening[Symbol.dispose]();
  }

  #tell(): number {
    this.#listeners.tell([...this.#newEntries(), this.#update()]);
    return pauseFor(this.#update());
  }

  /** A visitor who left again before anybody was told is no entry. */
  #newEntries(): readonly Buffer[] {
    const joined = new Set(this.#joined);
    this.#joined = [];
    if (this.#audience.page || joined.size === 0) return [];
    const { current } = this.#feed;
    const open = [...joined].filter((id) => {
      const ticket = current.state.tickets.get(id);
      return ticket !== undefined && isOpenTicket(ticket);
    });
    if (open.length === 0) return [];
    const items = new Map(queueItems(current, this.#audience).map((item) => [item.ticket_id, item]));
    return open.flatMap((id) => {
      const item = items.get(id);
      return item === undefined ? [] : [encode({ type: "new_entry", queue_item: item })];
    });
  }

  #update(): Buffer {
    const { current } = this.#feed;
    if (this.#made?.of === current) return this.#made.frame;
    const items = queueItems(current, this.#audience);
    const frame = encode({
      type: "queue_update",
      queue_items: items,
      ...(this.#audience.page ? queuePage(current, items, this.#audience, this.#timers.now()) : {}),
      seq: current.state.seq,
      epoch: current.epoch,
    });
    this.#made = { of: current, frame };
    return frame;
  }
}
