import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pino } from "pino";
import { createPostgresBus } from "../bus/postgres-bus.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import type { RunningShopRuntime } from "./create-shop-runtime.ts";
import type { ShopChange, ShopRuntime } from "./shop-runtime.ts";
import {
  allEvents,
  done,
  eventually,
  foldAll,
  issue,
  makeShop,
  openNode,
  submit,
} from "./testing/test-shop.ts";

let database: TestDatabase;
let one: RunningShopRuntime;
let two: RunningShopRuntime;

beforeAll(async () => {
  database = await openTestDatabase();
  one = openNode(database);
  two = openNode(database);
}, 60_000);

afterAll(async () => {
  await one[Symbol.asyncDispose]();
  await two[Symbol.asyncDispose]();
  await database.close();
});

async function morning(node: ShopRuntime, shopId: number, queueId: string, counter: string): Promise<void> {
  for (let round = 0; round < 25; round += 1) {
    await done(node, {
      shopId,
      command: issue(queueId),
      person: { fullName: `V${round}`, phone: null, email: null },
    });
    const called = await submit(node, { shopId, command: { type: "call-next", queueId, counter } });
    if (!called.ok) continue;
    const ticketId = called.answer.ticket?.id ?? "";
    await done(node, { shopId, command: { type: "start-service", ticketId } });
    await done(node, { shopId, command: { type: "complete-ticket", ticketId } });
  }
}

describe("two nodes on one database", () => {
  it("P4 P6 interleave commands in one stream and come to the same state", async () => {
    const { shopId, queueId } = await makeShop(database, one);
    const heard: { one: ShopChange[]; two: ShopChange[] } = { one: [], two: [] };
    using follows = new DisposableStack();
    follows.use(one.follow(shopId, (change) => heard.one.push(change)));
    follows.use(two.follow(shopId, (change) => heard.two.push(change)));
    await Promise.all([one.snapshot(shopId), two.snapshot(shopId)]);
    await Promise.all([
      morning(one, shopId, queueId, "1"),
      morning(two, shopId, queueId, "2"),
      morning(one, shopId, queueId, "3"),
      morning(two, shopId, queueId, "4"),
    ]);
    const events = await allEvents(one, shopId);
    expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
    const called = events.filter((event) => event.type === "ticket-called").map((event) => event.ticketId);
    expect(new Set(called).size).toBe(called.length);

    const first = await one.freshSnapshot(shopId);
    expect(await two.freshSnapshot(shopId)).toEqual(first);
    expect(foldAll(events)).toEqual(first?.state);
    for (const changes of [heard.one, heard.two]) {
      const seqs = changes.flatMap((change) => change.events.map((event) => event.seq));
      expect(seqs).toEqual(seqs.map((_, index) => (seqs[0] ?? 0) + index));
      expect(changes.at(-1)?.after.state.seq).toBe(events.length);
    }
  }, 30_000);

  it("P8 a follower hears of another node's commit by the poll alone", async () => {
    const { shopId, queueId } = await makeShop(database, one);
    const changes: ShopChange[] = [];
    using follows = new DisposableStack();
    follows.use(two.follow(shopId, (change) => changes.push(change)));
    await two.snapshot(shopId);
    const person = { fullName: "Awa", phone: null, email: null };
    const { ticket } = await done(one, { shopId, command: issue(queueId), person });
    await eventually(() => changes.length > 0, 3_000);
    expect(changes[0]?.after.people.get(ticket?.id ?? "")).toEqual(person);
  });

  it("P7 a hint brings another node's commit without waiting for the poll", async () => {
    const log = pino({ level: "silent" });
    const { pool, connectionString } = database;
    await using senderBus = createPostgresBus({ pool, connectionString, log });
    await using receiverBus = createPostgresBus({ pool, connectionString, log });
    await using sender = openNode(database, { bus: senderBus });
    await using receiver = openNode(database, { bus: receiverBus, pollMs: 3_600_000 });
    const { shopId, queueId } = await makeShop(database, sender);
    const changes: ShopChange[] = [];
    using follows = new DisposableStack();
    follows.use(receiver.follow(shopId, (change) => changes.push(change)));
    await receiver.snapshot(shopId);
    for (let round = 0; round < 5; round += 1) {
      const { seq } = await done(sender, { shopId, command: issue(queueId) });
      await eventually(() => changes.at(-1)?.after.state.seq === seq, 10_000);
    }
  });

  it("a fresh snapshot is never older than the database", async () => {
    const { shopId, queueId } = await makeShop(database, one);
    await two.snapshot(shopId);
    for (let round = 0; round < 10; round += 1) {
      const { seq } = await done(one, { shopId, command: issue(queueId) });
      const snapshots = await Promise.all([two.freshSnapshot(shopId), two.freshSnapshot(shopId)]);
      for (const snapshot of snapshots) expect(snapshot?.state.seq).toBeGreaterThanOrEqual(seq);
    }
  });

  it("a renamed agent shows on the other node", async () => {
    const { shopId, tenantId } = await makeShop(database, one);
    const agent = { tenant_id: tenantId, user_id: randomUUID(), name: "Awa", email: "a@example.org" };
    const { id } = await inTenant(database.db, tenantId, (trx) =>
      trx
        .insertInto("staff")
        .values({ ...agent, role: "agent" })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    await one.staffChanged(tenantId);
    using follows = new DisposableStack();
    follows.use(two.follow(shopId, () => undefined));
    await eventually(async () => (await two.snapshot(shopId))?.staffNames.get(id) === "Awa", 3_000);
    await inTenant(database.db, tenantId, (trx) =>
      trx.updateTable("staff").set({ name: "Dr. Awa" }).where("id", "=", id).execute(),
    );
    await one.staffChanged(tenantId);
    expect((await one.snapshot(shopId))?.staffNames.get(id)).toBe("Dr. Awa");
    await eventually(async () => (await two.snapshot(shopId))?.staffNames.get(id) === "Dr. Awa", 3_000);
    expect((await two.freshSnapshot(shopId))?.staffNames.get(id)).toBe("Dr. Awa");
  });
});

describe("the service day", () => {
  it("is started for a followed shop when its hour has come, by one event whatever the number of nodes", async () => {
    let now = Date.parse("2026-11-22T12:00:00Z");
    await using left = openNode(database, { now: () => now });
    await using right = openNode(database, { now: () => now });
    const { shopId, queueId } = await makeShop(database, left);
    // The shop was made by the real clock; its stream never goes back behind that.
    now = Math.max(now, (await left.snapshot(shopId))?.state.at ?? 0);
    await done(left, { shopId, command: issue(queueId) });
    using follows = new DisposableStack();
    follows.use(left.follow(shopId, () => undefined));
    follows.use(right.follow(shopId, () => undefined));
    now += 24 * 3_600_000;
    await eventually(
      async () => (await allEvents(left, shopId)).at(-1)?.type === "service-day-started",
      5_000,
    );
    await done(right, { shopId, command: issue(queueId) });
    const types = (await allEvents(left, shopId)).map((event) => event.type);
    expect(types.filter((type) => type === "service-day-started")).toHaveLength(1);
  });
});
