import fc from "fast-check";
import { applyDelta, publicView, staffView, type View } from "@callnext/core";
import { downFrame } from "@callnext/protocol";
import { testDisplay } from "@callnext/core/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { manualTimers } from "../../stream/testing/manual-timers.ts";
import {
  AGENT,
  join,
  openSocketServer,
  OTHER_AGENT,
  run,
  type SocketServer,
} from "../testing/socket-server.ts";
import { connect, type Frame, type TestClient } from "../testing/test-client.ts";
import { DISPLAY, DISPLAY_EMPTY, DISPLAY_OFF, QUEUE_A } from "../testing/test-shops.ts";

let server: SocketServer;
beforeEach(async () => {
  server = await openSocketServer();
});
afterEach(() => server[Symbol.asyncDispose]());

const open = async (as?: string): Promise<TestClient> => {
  const headers = as === undefined ? {} : { headers: { authorization: `Bearer ${as}` } };
  const client = await connect(`${server.url}/ws/v1`, { protocols: ["callnext.v1"], ...headers });
  expect((await client.next()).type).toBe("hello");
  return client;
};

const subscribe = (client: TestClient, topic: string, have?: object): void =>
  client.send({ type: "subscribe", topic, ...(have === undefined ? {} : { have }) });

const snapshot = async () => {
  const found = await server.runtime.snapshot(1);
  if (found === undefined) throw new Error("Shop 1 is there.");
  return found;
};

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Holds one topic as the contract says: a delta only where `from` is what is held, otherwise it asks again. */
const hold = (client: TestClient, topic: string) => {
  let held: { readonly epoch: string; readonly seq: number; readonly view: View } | null = null;
  return {
    get held() {
      return held;
    },
    take(frame: Frame): void {
      const known = downFrame.parse(frame);
      if (known.type === "snapshot") held = { epoch: known.epoch, seq: known.to, view: known.view };
      if (known.type !== "delta") return;
      if (held?.epoch === known.epoch && held.seq === known.from)
        held = { epoch: known.epoch, seq: known.to, view: applyDelta(held.view, known) };
      else subscribe(client, topic, held === null ? undefined : { epoch: held.epoch, seq: held.seq });
    },
  };
};

describe("subscribe", () => {
  test("answers the subprotocol, then a snapshot, then a delta per change", async () => {
    await using client = await open();
    expect(client.socket.protocol).toBe("callnext.v1");
    subscribe(client, "shop:1:public");
    const first = await client.next();
    expect(first).toMatchObject({
      type: "snapshot",
      topic: "shop:1:public",
      epoch: server.runtime.epoch,
      to: 6,
    });
    await join(server.runtime, QUEUE_A);
    const delta = await client.next();
    expect(delta).toMatchObject({
      type: "delta",
      from: 6,
      to: 7,
      set: { queues: { [QUEUE_A]: { line: ["A001"] } } },
    });
    for (const frame of client.frames) downFrame.parse(frame);
  });

  test("with what the server still holds is answered by the missing changes alone", async () => {
    await using stays = await open();
    subscribe(stays, "shop:1:public");
    const { epoch, to } = (await stays.next()) as Frame & { readonly epoch: string; readonly to: number };
    await join(server.runtime, QUEUE_A);
    await stays.next("delta");
    await using returns = await open();
    subscribe(returns, "shop:1:public", { epoch, seq: to });
    expect(await returns.next()).toMatchObject({ type: "delta", from: to, to: to + 1 });
    subscribe(returns, "shop:1:public", { epoch, seq: to + 1 });
    expect(await returns.next()).toMatchObject({
      type: "delta",
      from: to + 1,
      to: to + 1,
      set: {},
      unset: {},
    });
  });

  test.each([
    ["a foreign epoch", { epoch: "elsewhere", seq: 6 }],
    ["a seq above the head", { epoch: "EPOCH", seq: 99 }],
    ["a seq nobody remembers", { epoch: "EPOCH", seq: 2 }],
  ])("with %s is answered by a snapshot", async (_, have) => {
    await using client = await open();
    subscribe(client, "shop:1:public", { ...have, epoch: have.epoch.replace("EPOCH", server.runtime.epoch) });
    expect(await client.next()).toMatchObject({ type: "snapshot", to: 6 });
  });

  test("gives staff of the tenant names, and others a refusal that does not tell whether the shop exists", async () => {
    await join(server.runtime, QUEUE_A, "Jane Smith");
    await using own = await open(AGENT);
    subscribe(own, "shop:1:staff");
    expect(plain((await own.next())["view"])).toEqual(plain(staffView(await snapshot())));
    await using stranger = await open();
    subscribe(stranger, "shop:1:staff");
    expect(await stranger.next()).toMatchObject({
      type: "refused",
      topic: "shop:1:staff",
      code: "unauthenticated",
    });
    await using foreign = await open(OTHER_AGENT);
    subscribe(foreign, "shop:1:staff");
    const refused = await foreign.next();
    subscribe(foreign, "shop:999:staff");
    expect(await foreign.next()).toEqual({ ...refused, topic: "shop:999:staff" });
    expect(refused).toMatchObject({ type: "refused", code: "not-found" });
  });

  test.each([
    ["display:dddddddd-0000-4000-8000-00000000000f", "display-unknown"],
    [`display:${DISPLAY_OFF}`, "display-inactive"],
    [`display:${DISPLAY_EMPTY}`, "display-without-queues"],
    ["shop:1:everything", "unknown-topic"],
    ["shop:1:staff:x", "unknown-topic"],
    ["display:1", "unknown-topic"],
    ["shop:99999999999:public", "unknown-topic"],
  ])("of %s is refused as %s", async (topic, code) => {
    await using client = await open();
    subscribe(client, topic);
    expect(await client.next()).toMatchObject({ type: "refused", topic, code });
  });

  test("holds at most 16 topics on one socket", async () => {
    await using client = await open(AGENT);
    const topics = Array.from(
      { length: 17 },
      (_, n) => `display:eeeeeeee-0000-4000-8000-0000000000${n + 10}`,
    );
    for (const topic of topics) subscribe(client, topic);
    const refused = (await client.settled()).map(({ topic, code }) => [topic, code]);
    expect(refused).toContainEqual([topics[16], "too-many-topics"]);
    expect(refused.filter(([, code]) => code === "too-many-topics")).toHaveLength(1);
  });
});

test("a display topic is refused when its display is switched off, and comes back by itself", async () => {
  await using client = await open();
  subscribe(client, `display:${DISPLAY}`);
  await client.next("snapshot");
  const display = testDisplay({ id: DISPLAY, queueIds: [QUEUE_A] });
  await run(server.runtime, { type: "configure-display", display: { ...display, active: false } });
  expect(await client.next()).toMatchObject({ type: "refused", code: "display-inactive" });
  await run(server.runtime, { type: "configure-display", display });
  expect(await client.next()).toMatchObject({ type: "snapshot", topic: `display:${DISPLAY}` });
});

test("unsubscribe ends the topic", async () => {
  await using client = await open();
  subscribe(client, "shop:1:public");
  await client.next("snapshot");
  client.send({ type: "unsubscribe", topic: "shop:1:public" });
  await client.settled();
  expect(server.runtime.followers).toBe(0);
});

test("frames that make no sense are named, and the fifth ends the socket", async () => {
  await using client = await open();
  for (const frame of [
    "{",
    "[]",
    '{"type":"subscribe"}',
    '{"type":"subscribe","topic":"x","have":{"seq":-1}}',
  ])
    client.send(frame);
  expect(await client.next()).toMatchObject({ type: "error", code: "bad-frame" });
  client.socket.send(Buffer.from([1, 2, 3]));
  expect(await client.ended()).toMatchObject({ code: 4400 });
});

test("every 4 s a heartbeat tells the newest seq of each topic, after an empty delta where nothing was seen", async () => {
  const timers = manualTimers();
  await using beating = await openSocketServer({ timers });
  await using client = await connect(`${beating.url}/ws/v1`);
  subscribe(client, `display:${DISPLAY}`);
  await client.next("snapshot");
  // Settings of another display: nothing this board shows.
  await run(beating.runtime, {
    type: "configure-display",
    display: testDisplay({ id: DISPLAY_OFF, queueIds: [] }),
  });
  await client.settled();
  timers.advance(4_000);
  expect(await client.next()).toMatchObject({ type: "delta", from: 6, to: 7, set: {}, unset: {} });
  const { epoch } = beating.runtime;
  expect(await client.next()).toEqual({
    type: "heartbeat",
    time: expect.any(String),
    seqs: { [`display:${DISPLAY}`]: { epoch, seq: 7, age_ms: 0 } },
  });
});

test("a burst within a few milliseconds goes out as one frame", async () => {
  const timers = manualTimers();
  await using coalescing = await openSocketServer({ timers });
  await using client = await connect(`${coalescing.url}/ws/v1`);
  subscribe(client, "shop:1:public");
  await client.next("snapshot");
  for (let n = 0; n < 50; n += 1) await join(coalescing.runtime, QUEUE_A);
  timers.advance(5);
  const frames = await client.settled();
  expect(frames.map(({ from, to }) => [from, to])).toEqual([
    [6, 7],
    [7, 56],
  ]);
});

test("a client that loses any frames is at the server's state again after one heartbeat's worth of asking", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("join", "call", "recall"), { minLength: 5, maxLength: 25 }),
      fc.infiniteStream(fc.boolean()),
      async (commands, losses) => {
        await using client = await open();
        const mirror = hold(client, "shop:1:public");
        subscribe(client, "shop:1:public");
        mirror.take(await client.next("snapshot"));
        let last = "";
        for (const command of commands) {
          if (command === "join") last = await join(server.runtime, QUEUE_A);
          else if (command === "call")
            await server.runtime.submit({
              shopId: 1,
              by: { kind: "staff", id: 7 },
              command: { type: "call-next", queueId: QUEUE_A, counter: last.slice(0, 8) || "1" },
            });
          else if (last !== "")
            await server.runtime.submit({
              shopId: 1,
              by: { kind: "staff", id: 7 },
              command: { type: "recall-ticket", ticketId: last },
            });
          for (const frame of await client.settled()) if (losses.next().value === true) mirror.take(frame);
        }
        const { epoch, seq } = mirror.held ?? { epoch: "", seq: -1 };
        subscribe(client, "shop:1:public", { epoch, seq });
        const now = await snapshot();
        while (mirror.held?.seq !== now.state.seq) mirror.take(await client.next());
        expect(plain(mirror.held.view)).toEqual(plain(publicView(now)));
      },
    ),
    { numRuns: 25 },
  );
});
