import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { createLoginGuard } from "./login-guard.ts";
import { createSigningKey } from "./signing-key.ts";
import { createTryCounter } from "./try-counter.ts";

let database: TestDatabase;
let clock = Date.parse("2026-11-22T09:00:00Z");
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const ring = { current: createSigningKey("test", Buffer.alloc(32, 7)) };
/** As another node, or the same one after a restart, would have it. */
const guard = () => createLoginGuard(createTryCounter(database.pool, ring, () => clock));
const tries = async (count: number, email: string, ip: (n: number) => string): Promise<readonly number[]> =>
  Promise.all(Array.from({ length: count }, (_, n) => guard().take(email, ip(n))));
const allowed = (waits: readonly number[]): number => waits.filter((seconds) => seconds === 0).length;

describe("security: guessing a password", () => {
  test("ten tries of an account from one address, over all nodes and all at once; then it has to wait", async () => {
    expect(allowed(await tries(40, "pair@x.example", () => "192.0.2.1"))).toBe(10);
    expect(await guard().take("pair@x.example", "192.0.2.1")).toBeGreaterThan(0);
    expect(await guard().take("other@x.example", "192.0.2.1")).toBe(0);
    clock += 15 * 60_000;
    expect(await guard().take("pair@x.example", "192.0.2.1")).toBe(0);
  });

  test("fifty of all accounts from one address", async () => {
    const waits = [];
    for (let n = 0; n < 60; n += 1) waits.push(await guard().take(`many${n}@x.example`, "192.0.2.2"));
    expect(allowed(waits)).toBe(50);
  });

  test("three hundred of one account from everywhere, in an hour", async () => {
    expect(allowed(await tries(330, "wanted@x.example", (n) => `198.51.100.${n}`))).toBe(300);
    clock += 60 * 60_000;
    expect(await guard().take("wanted@x.example", "198.51.100.1")).toBe(0);
  });

  test("what was right does not count", async () => {
    for (let n = 0; n < 100; n += 1) {
      expect(await guard().take("awa@x.example", "192.0.2.3")).toBe(0);
      await guard().succeeded("awa@x.example", "192.0.2.3");
    }
  });

  test("the table tells no addresses, and what is over goes", async () => {
    const { rows } = await database.pool.query<{ key: string }>("select key from counted_tries");
    expect(JSON.stringify(rows)).not.toMatch(/example|192|sign-in/);
    clock += 2 * 60 * 60_000;
    for (let n = 0; n < 10; n += 1) await guard().take(`late${n}@x.example`, `203.0.113.${n}`);
    const left = await database.pool.query("select from counted_tries where until <= $1", [new Date(clock)]);
    expect(left.rowCount).toBe(0);
  });
});
