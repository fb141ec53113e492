import { fold } from "@callnext/core";
import type { HeldShop } from "./held-shop.ts";
import { peopleAfter } from "./live-people.ts";
import { LOG_PAGE } from "./limits.ts";
import { type LoadedShop, loadShop } from "./load-shop.ts";
import type { Queryable } from "./queryable.ts";
import { type EventPage, readEvents } from "./read-events.ts";
import type { ShopSnapshot } from "./shop-runtime.ts";

/** Where a shop stands in the database. */
export interface Place {
  readonly epoch: string;
  readonly seq: number;
}

/** What has to be read to stand at a seq, and how to make this node hold it afterwards. */
export interface BroughtUp {
  readonly snapshot: ShopSnapshot;
  /** Moves the held shop on, which tells its followers: so only outside a transaction. */
  readonly hold: () => void;
}

/** The shop where the database stands, which the caller has read under the shop's lock: usually what is held already. */
export async function bringUp(
  database: Queryable,
  held: HeldShop,
  shopId: number,
  { seq, epoch }: Place,
): Promise<BroughtUp> {
  const snapshot = held.snapshot;
  if (snapshot === undefined || snapshot.epoch !== epoch || snapshot.state.seq > seq)
    return await loadAnew(database, held, shopId);
  if (snapshot.state.seq === seq) return { snapshot, hold: () => undefined };
  const page = await readUpTo(database, shopId, snapshot.state.seq, seq);
  const state = fold(snapshot.state, page.events);
  return {
    snapshot: { ...snapshot, state, ...peopleAfter(snapshot, page, state) },
    hold: () => held.absorb(page, state),
  };
}

/** Nothing is held, or what is held is of another past: a backup was restored. */
async function loadAnew(database: Queryable, held: HeldShop, shopId: number): Promise<BroughtUp> {
  const loaded: LoadedShop | undefined = await loadShop(database, shopId);
  if (loaded === undefined) throw new Error(`Shop ${shopId} vanished under its lock.`);
  return {
    snapshot: loaded.snapshot,
    hold() {
      const known = held.snapshot;
      if (known?.epoch === loaded.snapshot.epoch && known.state.seq > loaded.snapshot.state.seq)
        held.forget();
      held.adopt(loaded);
    },
  };
}

async function readUpTo(database: Queryable, shopId: number, since: number, seq: number): Promise<EventPage> {
  const pages: EventPage[] = [];
  for (let from = since; from < seq;) {
    const page = await readEvents(database, shopId, from, LOG_PAGE);
    const last = page.events.at(-1);
    if (last === undefined) throw new Error(`Shop ${shopId} stands at ${seq}, but its log ends at ${from}.`);
    pages.push(page);
    from = last.seq;
  }
  return {
    events: pages.flatMap((page) => page.events),
    people: new Map(pages.flatMap((page) => [...page.people])),
    bookers: new Map(pages.flatMap((page) => [...page.bookers])),
  };
}
