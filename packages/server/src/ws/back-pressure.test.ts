import { testQueueConfig } from "@callnext/core/testing";
import { expect, test } from "vitest";
import { type ManualTimers, manualTimers } from "../stream/testing/manual-timers.ts";
import { AGENT, join, openSocketServer, run, type SocketServer } from "./testing/socket-server.ts";
import { connect, type TestClient } from "./testing/test-client.ts";
import { DISPLAY, QUEUE_A, SLUG } from "./testing/test-shops.ts";

const staff = { headers: { authorization: `Bearer ${AGENT}` } };

const subscribed = async (server: SocketServer): Promise<TestClient> => {
  const client = await connect(`${server.url}/ws/v1`, staff);
  client.send({ type: "subscribe", topic: "shop:1:staff" });
  await client.next("snapshot");
  return client;
};

const headOf = async (server: SocketServer): Promise<number> =>
  (await server.runtime.snapshot(1))?.state.seq ?? -1;

/** Frames of a megabyte each, far more than the kernel takes for a client that does not read. */
const flood = async (server: SocketServer, timers: ManualTimers): Promise<void> => {
  const name = "N".repeat(1_000_000);
  let before: string | undefined;
  for (let n = 0; n < 40; n += 1) {
    const id = await join(server.runtime, QUEUE_A, name);
    if (before !== undefined) await run(server.runtime, { type: "cancel-ticket", ticketId: before });
    before = id;
    timers.advance(5);
    await new Promise((resolve) => setImmediate(resolve));
  }
};

test("P11 a client that does not read delays nobody, and gets the newest state when it reads again", async () => {
  const timers = manualTimers();
  await using server = await openSocketServer({ timers });
  await using stalled = await subscribed(server);
  await using healthy = await subscribed(server);
  stalled.socket.pause();
  await flood(server, timers);
  const last = await join(server.runtime, QUEUE_A, "Last Visitor");
  timers.advance(5);
  const head = await headOf(server);
  while ((await healthy.next())["to"] !== head);
  const healthyFrames = healthy.frames.length;
  stalled.socket.resume();
  for (;;) {
    const frame = await stalled.next();
    if (frame["to"] === head) {
      expect(JSON.stringify(frame)).toContain(last);
      break;
    }
  }
  expect(stalled.frames.length).toBeLessThan(healthyFrames);
});

test("a client that reads nothing for 15 s while something waits for it is cut off", async () => {
  const timers = manualTimers();
  await using server = await openSocketServer({ timers });
  await using stalled = await subscribed(server);
  stalled.socket.pause();
  await flood(server, timers);
  const sent = server.sockets.stats().bytesSent;
  for (let second = 0; second < 17; second += 1) timers.advance(1_000);
  await expect.poll(() => server.sockets.stats()).toMatchObject({ sockets: 0, dropped: 1 });
  // Held back meanwhile, not piled up.
  expect(server.sockets.stats().bytesSent - sent).toBeLessThan(100_000);
});

test("a client that does not answer to liveness within 10 s is cut off; one that answers stays", async () => {
  const timers = manualTimers();
  await using server = await openSocketServer({ timers });
  await using silent = await connect(`${server.url}/ws/v1`);
  await using answering = await connect(`${server.url}/ws/v1`);
  await silent.next("hello");
  await answering.next("hello");
  silent.socket.pause();
  const pinged = new Promise((resolve) => answering.socket.once("ping", resolve));
  timers.advance(15_000);
  await pinged;
  await answering.settled();
  timers.advance(11_000);
  await expect.poll(() => server.sockets.stats()).toMatchObject({ sockets: 1, dropped: 1 });
  await answering.settled();
});

test("a board of the second document that stalls goes on without a hole, or with one refresh in its place", async () => {
  await using server = await openSocketServer();
  const name = "Q".repeat(100_000);
  await run(server.runtime, { type: "configure-queue", queue: testQueueConfig({ id: QUEUE_A, name }) });
  const url = `${server.url}/ws/tenants/${SLUG}/displays/${DISPLAY}/`;
  await using stalled = await connect(url);
  await using healthy = await connect(url);
  await stalled.next("refresh");
  await healthy.next("refresh");
  stalled.socket.pause();
  for (let n = 0; n < 400; n += 1) {
    await join(server.runtime, QUEUE_A);
    await run(server.runtime, { type: "call-next", queueId: QUEUE_A, counter: String(n) });
    await new Promise((resolve) => setImmediate(resolve));
  }
  const head = await headOf(server);
  const places = async (client: TestClient): Promise<readonly (readonly [string, unknown])[]> => {
    const told: [string, unknown][] = [];
    do {
      const { type, seq } = await client.next();
      told.push([type, seq]);
    } while (told.at(-1)?.[1] !== head);
    return told;
  };
  const all = await places(healthy);
  expect(all).toHaveLength(400);
  stalled.socket.resume();
  const told = await places(stalled);
  const holes = told.filter(([type]) => type === "refresh");
  expect(holes).toHaveLength(1);
  const upTo = told.findIndex(([type]) => type === "refresh");
  expect(told.slice(0, upTo)).toEqual(all.slice(0, upTo));
  expect(told.slice(upTo + 1)).toEqual(all.slice(all.length - (told.length - upTo - 1)));
});
