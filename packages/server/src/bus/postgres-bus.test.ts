import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import type { Bus, Hint } from "./bus.ts";
import { createPostgresBus } from "./postgres-bus.ts";

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

/** Publishes until it is heard: a hint may be lost while a listener is being opened. */
async function heard(sender: Bus, hints: readonly Hint[], seq: number): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!hints.some((hint) => hint.seq === seq)) {
    if (performance.now() > deadline) throw new Error(`hint ${seq} was not heard`);
    sender.publish(1, seq);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("hints by NOTIFY", () => {
  it("reach another node, the newest of each shop, past a listener that throws", async () => {
    await using sender = openBus();
    await using receiver = openBus();
    const hints: Hint[] = [];
    receiver.subscribe(() => {
      throw new Error("a listener's own fault");
    });
    receiver.subscribe((hint) => hints.push(hint));
    await heard(sender, hints, 1);
    for (let seq = 2; seq <= 500; seq += 1) sender.publish(1, seq);
    await heard(sender, hints, 500);
    expect(hints.length).toBeLessThan(400);
  });

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
  });

  it("carry notes to every node beside them", async () => {
    await using sender = openBus();
    await using receiver = openBus();
    const hints: Hint[] = [];
    const notes: string[] = [];
    receiver.subscribe((hint) => hints.push(hint));
    receiver.hear((note) => notes.push(note));
    sender.hear((note) => notes.push(`own ${note}`));
    await heard(sender, hints, 1);
    sender.tell("board 1:2 here");
    await expect.poll(() => notes, { timeout: 5_000 }).toContain("board 1:2 here");
    await expect.poll(() => notes, { timeout: 5_000 }).toContain("own board 1:2 here");
    expect(hints.every(({ shopId }) => shopId === 1)).toBe(true);
  });

  it("cost the publisher nothing while the database is away", async () => {
    const away = createPostgresBus({
      pool: database.pool,
      connectionString: "postgresql://nobody@127.0.0.1:1/none",
      log,
    });
    expect(() => away.publish(1, 1)).not.toThrow();
    await expect(away[Symbol.asyncDispose]()).resolves.toBeUndefined();
  });
});
