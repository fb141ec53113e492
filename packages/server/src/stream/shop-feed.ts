import type { ShopChange, ShopRuntime, ShopSnapshot } from "../shops/shop-runtime.ts";

export type ChangeListener = (change: ShopChange) => void;

/** One shop's commits as this node sees them, in order, from the moment it was opened. */
export interface ShopFeed {
  readonly current: ShopSnapshot;
  /** How long ago `current` was last known to be the newest in the database, ms. */
  readonly verifiedMsAgo: number;
  listen(listener: ChangeListener): Disposable;
}

export interface ShopFeeds {
  /** Follows the shop until every lease is disposed; undefined for an unknown shop, rejects where it cannot be known. */
  open(shopId: number): Promise<ShopFeedLease | undefined>;
}

export interface ShopFeedLease extends Disposable {
  readonly feed: ShopFeed;
}

export type OnFault = (cause: unknown, shopId: number) => void;

interface Entry {
  leases: number;
  readonly ready: Promise<OpenFeed | undefined>;
}

interface OpenFeed {
  readonly feed: ShopFeed;
  stop(): void;
}

/** Only what `current` does not hold yet; null where it holds all of it. */
const news = (change: ShopChange, current: ShopSnapshot): ShopChange | null => {
  const { before, after, events } = change;
  if (after.epoch !== current.epoch) return change;
  if (after.state.seq < current.state.seq) return null;
  const unknown = events.filter(({ seq }) => seq > current.state.seq);
  // No event, same seq: names of staff changed.
  if (unknown.length === 0 && events.length > 0) return null;
  return before.state.seq === current.state.seq ? change : { before: current, after, events: unknown };
};

const follow = async (
  runtime: ShopRuntime,
  shopId: number,
  onFault: OnFault,
): Promise<OpenFeed | undefined> => {
  if ((await runtime.snapshot(shopId)) === undefined) return undefined;
  const listeners = new Set<ChangeListener>();
  let current: ShopSnapshot | undefined;
  const early: ShopChange[] = [];
  const take = (change: ShopChange, known: ShopSnapshot): void => {
    const fresh = news(change, known);
    if (fresh === null) return;
    current = fresh.after;
    for (const listener of listeners) {
      try {
        listener(fresh);
      } catch (cause) {
        // One audience that cannot be served must not keep the news from the others.
        onFault(cause, shopId);
      }
    }
  };
  const following = runtime.follow(shopId, (change) => {
    if (current === undefined) early.push(change);
    else take(change, current);
  });
  try {
    // Read after following began, so that no commit falls between the two; and from the database, because what is
    // held of a shop that nobody followed may be old.
    current = await runtime.freshSnapshot(shopId);
    if (current === undefined) throw new Error(`Shop ${shopId} vanished while it was opened.`);
    for (const change of early) take(change, current);
  } catch (cause) {
    following[Symbol.dispose]();
    throw cause;
  }
  const known = current;
  return {
    feed: {
      get current() {
        return current ?? known;
      },
      get verifiedMsAgo() {
        return runtime.verifiedMsAgo(shopId);
      },
      listen(listener) {
        listeners.add(listener);
        return { [Symbol.dispose]: () => void listeners.delete(listener) };
      },
    },
    stop: () => following[Symbol.dispose](),
  };
};

export function createShopFeeds(runtime: ShopRuntime, onFault: OnFault): ShopFeeds {
  const entries = new Map<number, Entry>();
  const release = (shopId: number, entry: Entry, opened: OpenFeed | undefined): void => {
    entry.leases -= 1;
    if (entry.leases > 0) return;
    if (entries.get(shopId) === entry) entries.delete(shopId);
    opened?.stop();
  };
  return {
    async open(shopId) {
      const entry = entries.get(shopId) ?? { leases: 0, ready: follow(runtime, shopId, onFault) };
      entries.set(shopId, entry);
      entry.leases += 1;
      let opened: OpenFeed | undefined;
      try {
        opened = await entry.ready;
      } finally {
        if (opened === undefined) release(shopId, entry, undefined);
      }
      if (opened === undefined) return undefined;
      let held = true;
      const releaseOnce = (): void => {
        if (held) release(shopId, entry, opened);
        held = false;
      };
      return { feed: opened.feed, [Symbol.dispose]: releaseOnce };
    },
  };
}
