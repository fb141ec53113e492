import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HOUR, MessageWorld } from "../testing/message-world.ts";
import { planShop } from "./plan-shop.ts";

let world: MessageWorld;
beforeAll(async () => {
  world = await MessageWorld.open();
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

test("two nodes that both hold a shop, one of them back from a long silence, plan each message once", async () => {
  await world.stop();
  const ids: number[] = [];
  for (let n = 0; n < 4; n += 1) ids.push(await world.book(world.clock.now + 26 * HOUR));
  const { tenantId, shopId } = world.shop;
  const { rows } = await world.database.owner.query<{ seq: string }>(
    "select seq from message_cursors where shop_id = $1",
    [shopId],
  );
  const cursor = { tenantId, shopId, seq: Number(rows[0]?.seq ?? 0) };
  const needs = {
    db: world.database.db,
    runtime: world.runtime,
    choices: world.choices,
    now: () => world.clock.now,
    newId: randomUUID,
  };
  await world.database.owner.query(
    "insert into message_cursors (shop_id, tenant_id, seq) values ($1, $2, 0) on conflict do nothing",
    [shopId, tenantId],
  );
  const ends = await Promise.allSettled([planShop(needs, cursor), planShop(needs, cursor)]);
  expect(ends.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  // And once more from a place that was passed already, as after a cursor was set back by hand.
  await world.database.owner.query("update message_cursors set seq = 0 where shop_id = $1", [shopId]);
  await planShop(needs, { ...cursor, seq: 0 });
  for (const id of ids)
    expect((await world.story(id)).toSorted()).toEqual([
      "confirmed planned",
      "reminder planned",
      "reminder planned",
    ]);
});
