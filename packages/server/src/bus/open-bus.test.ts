import pg from "pg";
import { expect, it } from "vitest";
import { startTestApp, type TestApp } from "../testing/start-test-app.ts";
import { describeWithRedis } from "../testing/bus/describe-with-redis.ts";
import { startTestRedis } from "../testing/bus/test-redis.ts";

/** What stands in a place where nothing listens. */
const NOWHERE = "redis://127.0.0.1:1";

async function busUp({ app }: TestApp): Promise<number> {
  const text = await (await fetch(`${app.address}/metrics`)).text();
  return Number(/^callnext_bus_up (\d)$/m.exec(text)?.[1] ?? Number.NaN);
}

async function hintListeners(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const found = await client.query(
    "select 1 from pg_stat_activity where application_name = 'callnext hints' and datname = current_database()",
  );
  await client.end();
  return found.rowCount ?? 0;
}

it("without REDIS_URL hints go by the database, and /metrics says so", async () => {
  await using running = await startTestApp({ demo: false });
  await expect.poll(() => busUp(running), { timeout: 10_000 }).toBe(1);
  expect(await hintListeners(running.connectionString)).toBe(1);
});

it("a Redis that is not there does not keep the server from starting; /metrics says that hints are off", async () => {
  await using running = await startTestApp({ demo: false, config: { redisUrl: NOWHERE } });
  expect(await busUp(running)).toBe(0);
  expect((await fetch(`${running.app.address}/readyz`)).status).toBe(200);
});

describeWithRedis("with REDIS_URL", (program) => {
  it("hints go by Redis, and nobody listens to the database", async () => {
    await using redis = await startTestRedis(program());
    await using running = await startTestApp({ demo: false, config: { redisUrl: redis.url } });
    await expect.poll(() => busUp(running), { timeout: 10_000 }).toBe(1);
    expect(await hintListeners(running.connectionString)).toBe(0);
    await redis.kill();
    await expect.poll(() => busUp(running), { timeout: 10_000 }).toBe(0);
    await redis.start();
    await expect.poll(() => busUp(running), { timeout: 10_000 }).toBe(1);
  });
});
