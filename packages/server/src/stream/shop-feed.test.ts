import { emptyShop, type ShopEvent } from "@callnext/core";
import { testShop } from "@callnext/core/testing";
import { expect, test } from "vitest";
import type { ShopChange, ShopRuntime, ShopSnapshot } from "../shops/shop-runtime.ts";
import { createInMemoryRuntime } from "../shops/testing/in-memory-runtime.ts";
import { createShopFeeds } from "./shop-feed.ts";

const tenant = { id: 1, slug: "t", name: "T", locale: "fr" };

const at = (seq: number, epoch = "e"): ShopSnapshot => ({
  tenant,
  epoch,
  state: { ...emptyShop(testShop(), 0), seq },
  people: new Map(),
  bookers: new Map(),
  staffNames: new Map(),
  suspended: false,
});

const refreshed = (seq: number): ShopEvent => {
  return { type: "display-refreshed", displayId: "d", seq, at: 0, by: { kind: "system" } };
};

const change = (from: number, to: number): ShopChange => ({
  before: at(from),
  after: at(to),
  events: Array.from({ length: to - from }, (_, n) => refreshed(from + n + 1)),
});

/** A runtime that commits `during` while the feed reads its first snapshot, which stands at `seq`. */
const committing = (seq: number, during: readonly ShopChange[]) => {
  const real = createInMemoryRuntime([], () => 0);
  let tell: (change: ShopChange) => void = () => undefined;
  const runtime: ShopRuntime = {
    ...real,
    snapshot: () => Promise.resolve(at(seq)),
    freshSnapshot: () => {
      for (const one of during) tell(one);
      return Promise.resolve(at(seq));
    },
    follow(_, listener) {
      tell = listener;
      return { [Symbol.dispose]: () => undefined };
    },
  };
  return { runtime, tell: (one: ShopChange) => tell(one) };
};

const noFault = (cause: unknown): never => {
  throw cause;
};

test("commits made while the first snapshot is read are neither lost nor told twice", async () => {
  const { runtime } = committing(5, [change(3, 4), change(4, 7)]);
  const lease = await createShopFeeds(runtime, noFault).open(1);
  expect(lease?.feed.current.state.seq).toBe(7);
});

test("tells only what is new, in order, and passes over what it holds", async () => {
  const { runtime, tell } = committing(5, []);
  const lease = await createShopFeeds(runtime, noFault).open(1);
  const told: (readonly [number, number, readonly number[]])[] = [];
  lease?.feed.listen(({ before, after, events }) =>
    told.push([before.state.seq, after.state.seq, events.map(({ seq }) => seq)]),
  );
  for (const one of [change(4, 5), change(4, 7), change(6, 7), change(7, 8)]) tell(one);
  expect(told).toEqual([
    [5, 7, [6, 7]],
    [7, 8, [8]],
  ]);
});

test("an audience that fails does not keep the news from the others", async () => {
  const { runtime, tell } = committing(5, []);
  const faults: unknown[] = [];
  const lease = await createShopFeeds(runtime, (cause) => faults.push(cause)).open(1);
  let told = 0;
  lease?.feed.listen(() => {
    throw new Error("broken");
  });
  lease?.feed.listen(() => (told += 1));
  tell(change(5, 6));
  expect([told, faults.length]).toEqual([1, 1]);
});

test("an unknown shop has no feed, and one that could not be read can be opened later", async () => {
  const real = createInMemoryRuntime([], () => 0);
  expect(await createShopFeeds(real, noFault).open(1)).toBeUndefined();
  let isAway = true;
  const read = (): Promise<ShopSnapshot> =>
    isAway ? Promise.reject(new Error("away")) : Promise.resolve(at(1));
  const feeds = createShopFeeds({ ...real, snapshot: read, freshSnapshot: read }, noFault);
  await expect(feeds.open(1)).rejects.toThrow("away");
  isAway = false;
  expect((await feeds.open(1))?.feed.current.state.seq).toBe(1);
});
