import type { Cursor, SeenFrame } from "@callnext/protocol";
import type { BoardPlace } from "../../stream/boards/board-roll.ts";
import type { ShopFeed } from "../../stream/shop-feed.ts";
import type { Timers } from "../../stream/timers.ts";

/** A board that draws what was superseded this long ago is behind. */
const BEHIND_AFTER_MS = 8_000;

interface Mark {
  readonly at: number;
  readonly head: Cursor;
}

/** A display's topic that is followed as a board: takes down what the board says of itself. */
export class BoardSeat implements Disposable {
  readonly #place: BoardPlace;
  readonly #shop: ShopFeed;
  readonly #timers: Timers;
  /** Where the shop stood at the board's last reports; the first one is the newest that is old enough to judge by. */
  #marks: Mark[] = [];

  constructor(place: BoardPlace, shop: ShopFeed, timers: Timers) {
    this.#place = place;
    this.#shop = shop;
    this.#timers = timers;
  }

  heard(): void {
    this.#place.heard();
  }

  report({ sound, have, calls }: SeenFrame): void {
    const { tickets } = this.#shop.current.state;
    // What never was called cannot have been seen; a board that errs, or lies, fills no memory.
    const known = calls.filter((call) => call.calls <= (tickets.get(call.ticket_id)?.calls ?? 0));
    this.#place.report({ sound, isBehind: have !== undefined && this.#isBehind(have), calls: known });
  }

  [Symbol.dispose](): void {
    this.#place[Symbol.dispose]();
  }

  #isBehind(have: Cursor): boolean {
    const now = this.#timers.now();
    const { epoch, state } = this.#shop.current;
    this.#marks.push({ at: now, head: { epoch, seq: state.seq } });
    const newest = this.#marks.findLastIndex(({ at }) => now - at >= BEHIND_AFTER_MS);
    if (newest === -1) return false;
    this.#marks = this.#marks.slice(newest);
    const head = this.#marks[0]?.head;
    return head?.epoch === epoch && (have.epoch !== epoch || have.seq < head.seq);
  }
}
