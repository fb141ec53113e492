import { randomUUID } from "node:crypto";
import type { ShopEvent } from "@callnext/core";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import type { RunningShopRuntime } from "./create-shop-runtime.ts";
import { allEvents, done, eventually, openNode } from "./testing/test-shop.ts";
import { booking, makeSalon } from "./testing/test-salon.ts";
import { ShopWaking } from "./wake-shops.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Ahead of the clock by which the shops are made. */
const START = Math.ceil(Date.now() / DAY) * DAY;

let database: TestDatabase;
/** By the database's own clock. */
let node: RunningShopRuntime;

beforeAll(async () => {
  database = await openTestDatabase();
  node = openNode(database, { pollMs: 400 });
}, 60_000);

afterAll(async () => {
  await node[Symbol.asyncDispose]();
  await database.close();
});

const ofType = async (runtime: RunningShopRuntime, shopId: number, type: ShopEvent["type"]) =>
  (await allEvents(runtime, shopId)).filter((event) => event.type === type);

describe("what time alone brings", () => {
  it("is told within a second in a shop that somebody follows, and not before its time", async () => {
    const salon = await makeSalon(database, node);
    const { shopId } = salon;
    using _ = node.follow(shopId, () => undefined);
    const start = Date.now() + 1_500;
    const { appointmentId, ...command } = await booking(database, salon, start);
    await done(node, { shopId, command: { ...command, appointmentId } });
    await done(node, {
      shopId,
      command: { type: "check-in-appointment", appointmentId, ticketId: randomUUID() },
    });
    await eventually(async () => (await ofType(node, shopId, "appointment-due")).length > 0, 5_000);
    const [due] = await ofType(node, shopId, "appointment-due");
    expect(due?.by).toEqual({ kind: "system" });
    expect(due?.at).toBeGreaterThanOrEqual(start);
    expect(due?.at).toBeLessThan(start + 1_000);
  });

  it("is told in a shop that nobody follows, once, whatever the number of nodes, and no more after that", async () => {
    let now = Date.now();
    const clock = { now: () => now, pollMs: 20 };
    await using one = openNode(database, clock);
    await using two = openNode(database, clock);
    const salon = await makeSalon(database, node);
    const { shopId } = salon;
    const start = now + DAY;
    const booked = await done(node, { shopId, command: await booking(database, salon, start) });
    const moment = async (): Promise<number | null> => {
      const text = "select wakes_at from shops where id = $1";
      const answer = await database.owner.query<{ wakes_at: number | null }>(text, [shopId]);
      return answer.rows[0]?.wakes_at ?? null;
    };
    const lost = start + 15 * MINUTE;
    expect(await moment()).toBe(lost);
    now = lost + 5_000;
    await eventually(async () => (await ofType(node, shopId, "appointment-missed")).length > 0, 5_000);
    expect(await moment()).toBeNull();
    const missed = await ofType(node, shopId, "appointment-missed");
    expect(missed).toMatchObject([{ appointmentId: booked.appointment?.id, at: now }]);
    for (const runtime of [one, two])
      expect((await runtime.freshSnapshot(shopId))?.state.appointments.size).toBe(1);
  });

  it("is left for a while to the nodes on which somebody follows the shop, and tried at leisure where nothing came of it", async () => {
    await using past = openNode(database, { now: () => START });
    const salon = await makeSalon(database, past);
    const { shopId } = salon;
    const hold = { ...(await booking(database, salon, START + DAY)), type: "hold-slot" } as const;
    await done(past, { shopId, command: { ...hold, minutes: 30 } });
    const told: string[] = [];
    let now = START + 30 * MINUTE + 1_000;
    const waking = (name: string, isFollowed: boolean, answers: boolean): ShopWaking =>
      new ShopWaking({
        pool: database.pool,
        log: pino({ level: "silent" }),
        now: () => now,
        isFollowed: (id) => isFollowed && id === shopId,
        line: (id) => ({
          submit(submission) {
            if (id === shopId) told.push(name);
            return answers ? past.submit(submission) : Promise.reject(new Error("planted"));
          },
        }),
      });
    const follower = waking("follower", true, false);
    await waking("stranger", false, true).look();
    await follower.look();
    await follower.look();
    expect(told).toEqual(["follower"]);
    now += 1_000;
    await waking("stranger", false, true).look();
    expect(told).toEqual(["follower", "stranger"]);
  });
});
