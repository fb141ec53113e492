import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Bus } from "../bus/bus.ts";
import { createRedisBus } from "../bus/redis-bus.ts";
import { describeWithRedis } from "../testing/bus/describe-with-redis.ts";
import { startTestRedis, type TestRedis } from "../testing/bus/test-redis.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import type { ShopChange, ShopRuntime } from "./shop-runtime.ts";
import { allEvents, done, eventually, foldAll, issue, makeShop, openNode } from "./testing/test-shop.ts";

const NEVER_POLLS = 3_600_000;
/** The poll's 0.8 s and what it takes to read on a busy machine. */
const BY_POLL_MS = 3_000;

const log = pino({ level: "silent" });
describeWithRedis("two nodes over Redis", (program) => {
  let database: TestDatabase;
  let redis: TestRedis;
  beforeAll(async () => {
    database = await openTestDatabase();
    redis = await startTestRedis(program());
  }, 60_000);
  afterAll(async () => {
    await redis[Symbol.asyncDispose]();
    await database.close();
  });
  const openBus = (): Bus => createRedisBus({ url: redis.url, log });
  const areUp = (...buses: readonly Bus[]): Promise<void> => eventually(() => buses.every((bus) => bus.up()));

  it("P7 a hint brings another node's commit without waiting for the poll", async () => {
    await using senderBus = openBus();
    await using receiverBus = openBus();
    await using sender = openNode(database, { bus: senderBus });
    await using receiver = openNode(database, { bus: receiverBus, pollMs: NEVER_POLLS });
    const { shopId, queueId } = await makeShop(database, sender);
    const changes = follow(receiver, shopId);
    await receiver.snapshot(shopId);
    await areUp(senderBus, receiverBus);
    for (let round = 0; round < 10; round += 1) {
      const { seq } = await done(sender, { shopId, command: issue(queueId) });
      await eventually(() => changes.at(-1)?.after.state.seq === seq, 5_000);
    }
  });

  it("P8 Redis killed under load and started again: nothing is lost, only later, and hints resume", async () => {
    await using senderBus = openBus();
    await using pollingBus = openBus();
    await using hintedBus = openBus();
    await using sender = openNode(database, { bus: senderBus });
    await using polling = openNode(database, { bus: pollingBus });
    await using hinted = openNode(database, { bus: hintedBus, pollMs: NEVER_POLLS });
    const { shopId, queueId } = await makeShop(database, sender);
    const changes = { polling: follow(polling, shopId), hinted: follow(hinted, shopId) };
    await Promise.all([polling.snapshot(shopId), hinted.snapshot(shopId)]);
    await areUp(senderBus, pollingBus, hintedBus);
    const issueOne = async (): Promise<number> =>
      (await done(sender, { shopId, command: issue(queueId) })).seq;
    const seen = (which: keyof typeof changes): number => changes[which].at(-1)?.after.state.seq ?? 0;

    let loaded = true;
    using end = new DisposableStack();
    end.defer(() => (loaded = false));
    const load = (async () => {
      while (loaded) await issueOne();
    })();
    load.catch(() => undefined);
    await eventually(() => seen("hinted") > 5);
    await redis.kill();
    await eventually(() => ![senderBus, pollingBus, hintedBus].some((bus) => bus.up()));
    // Commands do not notice; the node that polls shows them in its time.
    for (let round = 0; round < 3; round += 1) {
      const seq = await issueOne();
      await eventually(() => seen("polling") >= seq, BY_POLL_MS);
    }
    await redis.start();
    await areUp(senderBus, pollingBus, hintedBus);
    loaded = false;
    await load;
    const seq = await issueOne();
    await eventually(() => seen("hinted") === seq, 5_000);
    await eventually(() => seen("polling") === seq, BY_POLL_MS);

    const events = await allEvents(sender, shopId);
    for (const which of ["polling", "hinted"] as const) {
      const seqs = changes[which].flatMap((change) => change.events.map((event) => event.seq));
      expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
      expect(seqs.at(-1)).toBe(events.at(-1)?.seq);
    }
    expect(foldAll(events)).toEqual((await sender.freshSnapshot(shopId))?.state);
  });
});

/** Ends with the node. */
function follow(node: ShopRuntime, shopId: number): ShopChange[] {
  const changes: ShopChange[] = [];
  node.follow(shopId, (change) => changes.push(change));
  return changes;
}
