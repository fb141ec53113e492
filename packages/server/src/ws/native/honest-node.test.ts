import { expect, test } from "vitest";
import { openFaultProxy } from "../../storage/testing/fault-proxy.ts";
import { openTestDatabase } from "../../storage/testing/test-database.ts";
import { manualTimers } from "../../stream/testing/manual-timers.ts";
import { startTestApp } from "../../testing/start-test-app.ts";
import { join, openSocketServer } from "../testing/socket-server.ts";
import { connect, type Frame } from "../testing/test-client.ts";
import { DISPLAY, DISPLAY_OTHER, QUEUE_A } from "../testing/test-shops.ts";

const TOPIC = "shop:1:public";

const proofs = (frame: Frame): Readonly<Record<string, { readonly age_ms: number }>> =>
  frame["seqs"] as Readonly<Record<string, { readonly age_ms: number }>>;

test("P9 what the node cannot prove is left out of heartbeats, and told as soon as it can be proved again", async () => {
  const timers = manualTimers();
  await using server = await openSocketServer({ timers });
  await using client = await connect(`${server.url}/ws/v1`);
  client.send({ type: "subscribe", topic: TOPIC });
  await client.next("snapshot");
  server.runtime.lastVerifiedMsAgo = 1_500;
  timers.advance(1_000);
  expect(proofs(await client.next("heartbeat"))[TOPIC]).toMatchObject({ age_ms: 1_500 });
  server.runtime.lastVerifiedMsAgo = 2_001;
  timers.advance(4_000);
  expect(proofs(await client.next("heartbeat"))).toEqual({});
  timers.advance(2_000);
  // Not every second for nothing.
  expect(await client.settled()).toEqual([]);
  server.runtime.lastVerifiedMsAgo = 0;
  timers.advance(1_000);
  expect(proofs(await client.next("heartbeat"))[TOPIC]).toMatchObject({ seq: 6, age_ms: 0 });
});

test("P9 a question is answered only when the answer is a proof", async () => {
  const timers = manualTimers();
  await using server = await openSocketServer({ timers });
  await using stays = await connect(`${server.url}/ws/v1`);
  stays.send({ type: "subscribe", topic: TOPIC });
  await stays.next("snapshot");
  server.runtime.lastVerifiedMsAgo = 60_000;
  await using comes = await connect(`${server.url}/ws/v1`);
  comes.send({ type: "subscribe", topic: TOPIC });
  comes.send({ type: "subscribe", topic: TOPIC, have: { epoch: server.runtime.epoch, seq: 6 } });
  expect((await comes.settled()).map(({ type }) => type)).toEqual(["hello"]);
  server.runtime.lastVerifiedMsAgo = 0;
  await join(server.runtime, QUEUE_A);
  // Within a second, not with the next due beat.
  timers.advance(1_000);
  expect(await comes.next()).toMatchObject({ type: "delta", from: 6, to: 7 });
});

test("P9 one shop that cannot be proved does not keep another from being proved", async () => {
  const timers = manualTimers();
  await using server = await openSocketServer({ timers });
  await using client = await connect(`${server.url}/ws/v1`);
  for (const topic of [`display:${DISPLAY}`, `display:${DISPLAY_OTHER}`]) {
    client.send({ type: "subscribe", topic });
    await client.next("snapshot");
  }
  server.runtime.verifiedMsAgo = (shopId) => (shopId === 1 ? 10_000 : 0);
  timers.advance(4_000);
  expect(Object.keys(proofs(await client.next("heartbeat")))).toEqual([`display:${DISPLAY_OTHER}`]);
});

test("P9 with the database in a black hole a node vouches for nothing within seconds, and again when it is back", async () => {
  await using database = await openTestDatabase();
  await using proxy = await openFaultProxy(database.connectionString);
  await using system = await startTestApp({ config: { databaseUrl: proxy.connectionString } });
  await using client = await connect(`${system.app.address.replace("http", "ws")}/ws/v1`);
  client.send({ type: "subscribe", topic: TOPIC });
  await client.next("snapshot");
  expect(Object.keys(proofs(await client.next("heartbeat")))).toEqual([TOPIC]);
  proxy.freeze();
  const cutAt = Date.now();
  let vouchedAt = cutAt;
  for (
    let frame = await client.next("heartbeat");
    TOPIC in proofs(frame);
    frame = await client.next("heartbeat")
  )
    vouchedAt = Date.now() - (proofs(frame)[TOPIC]?.age_ms ?? 0);
  // What is proved is as old as the last answer of the database: 8 s after the cut no screen is unmarked.
  expect(vouchedAt).toBeLessThanOrEqual(cutAt);
  proxy.thaw();
  const thawedAt = Date.now();
  while (!(TOPIC in proofs(await client.next("heartbeat"))));
  expect(Date.now() - thawedAt).toBeLessThan(5_000);
}, 30_000);
