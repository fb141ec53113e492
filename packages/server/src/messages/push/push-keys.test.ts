import { afterAll, beforeAll, expect, test } from "vitest";
import { fixedKeys } from "../../people/testing/fixed-keys.ts";
import { openTestDatabase, type TestDatabase } from "../../storage/testing/test-database.ts";
import { createPushKeys } from "./push-keys.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

const node = (keys = fixedKeys()) => createPushKeys(database.db, keys, () => 0);

test("nodes that ask at once, and later ones, have the same pair, which lies sealed", async () => {
  const pairs = await Promise.all([node()(), node()(), node()()]);
  pairs.push(await node()());
  expect(new Set(pairs.map(({ publicKey }) => publicKey)).size).toBe(1);
  const { rows } = await database.owner.query<{ sealed: string }>("select sealed from push_keys");
  expect(rows).toHaveLength(1);
  expect(rows[0]?.sealed).not.toContain(pairs[0]?.privateKey);
});

test("a pair whose seal is lost is replaced", async () => {
  const before = await node()();
  const other = fixedKeys("bbbbbbbb");
  const after = await node(other)();
  expect(after.publicKey).not.toBe(before.publicKey);
  expect(await node(other)()).toEqual(after);
});
