import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import type { Bus, Hint } from "./bus.ts";
import { createPostgresBus } from "./postgres-bus.ts";
import { describeBus, heard } from "../testing/bus/bus-contract.ts";
import { twoNodes } from "../testing/bus/two-nodes.ts";

const log = pino({ level: "silent" });
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(async () => {
  await database.close();
});

function openBus(): Bus {
  return createPostgresBus({ pool: database.pool, connectionString: database.appConnectionString, log });
}

describeBus("NOTIFY", () => twoNodes(openBus));

describe("hints by NOTIFY", () => {
  it("are heard again after the listening connection was killed", async () => {
    await using sender = openBus();
    await using receiver = openBus();
    const hints: Hint[] = [];
    receiver.subscribe((hint) => hints.push(hint));
    await heard(sender, hints, 1);
    const killed = await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'callnext hints' and datname = current_database()`,
    );
    expect(killed.rowCount).toBe(2);
    await heard(sender, hints, 2);
    expect(receiver.up()).toBe(true);
  });

  it("cost the publisher nothing while the database is away", async () => {
    const away = createPostgresBus({
      pool: database.pool,
      connectionString: "postgresql://nobody@127.0.0.1:1/none",
      log,
    });
    expect(() => away.publish(1, 1)).not.toThrow();
    expect(away.up()).toBe(false);
    await expect(away[Symbol.asyncDispose]()).resolves.toBeUndefined();
  });
});
