import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tenantQueries } from "../storage/tenant-queries.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import type { RunningShopRuntime } from "./create-shop-runtime.ts";
import { createShop, SlugTaken } from "./create-shop.ts";
import { loadShop } from "./load-shop.ts";
import type { ShopChange } from "./shop-runtime.ts";
import {
  allEvents,
  done,
  foldAll,
  issue,
  makeShop,
  openNode,
  queueConfig,
  shopDetails,
  submit,
} from "./testing/test-shop.ts";

let database: TestDatabase;
let runtime: RunningShopRuntime;

beforeAll(async () => {
  database = await openTestDatabase();
  runtime = openNode(database);
}, 60_000);

afterAll(async () => {
  await runtime[Symbol.asyncDispose]();
  await database.close();
});

describe("commands of one node", () => {
  it("P4 calls each of 50 tickets once for 50 call-next at the same time", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    await Promise.all(Array.from({ length: 50 }, () => done(runtime, { shopId, command: issue(queueId) })));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        done(runtime, { shopId, command: { type: "call-next", queueId, counter: String(index + 1) } }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.ticket?.id)).size).toBe(50);
    expect(new Set(answers.map((answer) => answer.counter)).size).toBe(50);
    expect(await submit(runtime, { shopId, command: { type: "call-next", queueId, counter: "51" } })).toEqual(
      {
        ok: false,
        refusal: { code: "queue-empty", queueId },
      },
    );
  });

  it("P3 gives numbers without a gap, in the order of the stream", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    await Promise.all(Array.from({ length: 120 }, () => done(runtime, { shopId, command: issue(queueId) })));
    const issued = (await allEvents(runtime, shopId)).filter((event) => event.type === "ticket-issued");
    expect(issued.map((event) => event.sequence)).toEqual(
      Array.from({ length: 120 }, (_, index) => index + 1),
    );
  });

  it("loads from rows what folding the events gives, also after tickets left the live state", async () => {
    const { tenantId, shopId, queueId } = await makeShop(database, runtime);
    await done(runtime, {
      shopId,
      command: { type: "configure-queue", queue: queueConfig(randomUUID(), "B") },
    });
    for (let round = 0; round < 15; round += 1) {
      const { ticket } = await done(runtime, { shopId, command: issue(queueId), person: jane });
      const ticketId = ticket?.id ?? "";
      await done(runtime, { shopId, command: { type: "call-next", queueId, counter: "1" } });
      await done(runtime, { shopId, command: { type: "start-service", ticketId } });
      await done(runtime, { shopId, command: { type: "complete-ticket", ticketId } });
    }
    await done(runtime, { shopId, command: issue(queueId), person: jane });
    const held = await runtime.snapshot(shopId);
    const loaded = await loadShop(tenantQueries(database.pool, tenantId), shopId);
    expect(loaded?.snapshot).toEqual(held);
    expect(foldAll(await allEvents(runtime, shopId))).toEqual(held?.state);
    expect(held?.people.size).toBe(11);
  });

  it("says how a ticket ended that is no longer live, and gives its last form in the answer", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    const { ticket } = await done(runtime, { shopId, command: issue(queueId) });
    const ticketId = ticket?.id ?? "";
    const left = await done(runtime, {
      shopId,
      by: { kind: "visitor" },
      command: { type: "cancel-ticket", ticketId },
    });
    expect(left.ticket).toMatchObject({ id: ticketId, status: "cancelled", outcome: "left" });
    expect((await runtime.snapshot(shopId))?.state.tickets.has(ticketId)).toBe(false);
    expect(await submit(runtime, { shopId, command: { type: "recall-ticket", ticketId } })).toEqual({
      ok: false,
      refusal: { code: "wrong-state", ticketId, status: "cancelled", wanted: "recall" },
    });
    const unknown = randomUUID();
    expect(await submit(runtime, { shopId, command: { type: "recall-ticket", ticketId: unknown } })).toEqual({
      ok: false,
      refusal: { code: "ticket-not-found", ticketId: unknown },
    });
  });

  it("writes nothing for a refused command", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    const before = await rowsOf(shopId);
    expect(
      (await submit(runtime, { shopId, command: { type: "call-next", queueId, counter: "1" } })).ok,
    ).toBe(false);
    expect(await rowsOf(shopId)).toEqual(before);
  });

  it("refuses an id that another shop has, and keeps that shop as it is", async () => {
    const mine = await makeShop(database, runtime);
    const other = await makeShop(database, runtime);
    const { ticket } = await done(runtime, { shopId: other.shopId, command: issue(other.queueId) });
    const before = await rowsOf(other.shopId);
    const stolen = issue(mine.queueId, ticket?.id);
    expect(await submit(runtime, { shopId: mine.shopId, command: stolen })).toMatchObject({
      refusal: { code: "ticket-exists" },
    });
    const queue = queueConfig(other.queueId, "Z");
    expect(
      await submit(runtime, { shopId: mine.shopId, command: { type: "configure-queue", queue } }),
    ).toMatchObject({ refusal: { code: "queue-not-found" } });
    expect(await rowsOf(other.shopId)).toEqual(before);
  });

  it("fails only the command that the database refuses, not those beside it", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    const outcomes = await Promise.allSettled([
      submit(runtime, { shopId, command: issue(queueId) }),
      submit(runtime, {
        shopId,
        command: issue(queueId),
        person: { fullName: "\0", phone: null, email: null },
      }),
      submit(runtime, { shopId, command: issue(queueId) }),
      submit(runtime, { shopId, command: issue(queueId) }),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    const tickets = [...((await runtime.snapshot(shopId))?.state.tickets.values() ?? [])];
    expect(tickets.map((ticket) => ticket.number)).toEqual(["A001", "A002", "A003"]);
  });

  it("names an unknown shop, and a slug that is taken", async () => {
    expect(await submit(runtime, { shopId: 999_999, command: issue("x") })).toEqual({
      ok: false,
      refusal: { code: "shop-not-found", shopId: 999_999 },
    });
    expect(await runtime.snapshot(999_999)).toBeUndefined();
    const { tenantId } = await makeShop(database, runtime);
    await createShop(database.db, tenantId, { ...shopDetails, slug: "taken" });
    await expect(createShop(database.db, tenantId, { ...shopDetails, slug: "taken" })).rejects.toThrow(
      SlugTaken,
    );
  });

  it("tells followers each event once, in order, and survives one that throws", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    const changes: ShopChange[] = [];
    using follows = new DisposableStack();
    follows.use(
      runtime.follow(shopId, () => {
        throw new Error("a follower's own fault");
      }),
    );
    follows.use(runtime.follow(shopId, (change) => changes.push(change)));
    await Promise.all(
      Array.from({ length: 30 }, () => done(runtime, { shopId, command: issue(queueId), person: jane })),
    );
    const seqs = changes.flatMap((change) => change.events.map((event) => event.seq));
    expect(seqs).toEqual(Array.from({ length: 30 }, (_, index) => index + 3));
    for (const { before, after, events } of changes) {
      expect(events[0]?.seq).toBe(before.state.seq + 1);
      expect(events.at(-1)?.seq).toBe(after.state.seq);
      expect(after.people.size).toBe(after.state.tickets.size);
    }
  });

  it("keeps personal data out of the events and the stored answers", async () => {
    const { shopId, queueId } = await makeShop(database, runtime);
    const idempotency = { key: "k", actor: "public", route: "signup", bodyHash: "h" };
    await done(runtime, { shopId, command: issue(queueId), person: jane, idempotency });
    const found = await database.owner.query<{ text: string }>(
      `select string_agg(t, ' ') as text from (
        select e::text as t from events e union all select a::text from command_answers a
        union all select k::text from tickets k) everything`,
    );
    expect(found.rows[0]?.text).not.toMatch(/Canary|221770001122|canary@example/);
  });
});

const jane = { fullName: "Jane Canary", phone: "221770001122", email: "canary@example.org" };

async function rowsOf(shopId: number): Promise<unknown> {
  const found = await database.owner.query(
    `select s.seq, s.at, (select count(*) from events where shop_id = s.id) as events,
      (select json_agg(q.body) from queues q where q.shop_id = s.id) as queues,
      (select json_agg(k.body) from tickets k where k.shop_id = s.id) as tickets,
      (select count(*) from counters where shop_id = s.id) as counters
      from shops s where s.id = $1`,
    [shopId],
  );
  return found.rows;
}
