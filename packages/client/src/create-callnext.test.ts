import type { DownFrame } from "@callnext/protocol";
import { expect, test } from "vitest";
import { createCallnext } from "./create-callnext.ts";
import { memoryStore } from "./store/memory-store.ts";
import { FakeEnvironment, jsonAnswer } from "./testing/fake-environment.ts";

const ROOM = "shop:1:public";
const snapshot = (to: number, topic = ROOM): DownFrame => ({
  type: "snapshot",
  topic,
  epoch: "e",
  to,
  view: { queues: { q: to } },
});
const idle = (): undefined => undefined;

const start = () => {
  const environment = new FakeEnvironment();
  const store = memoryStore();
  const client = createCallnext({ environment, store });
  return { environment, client, store };
};

test("opens nothing before the first topic is listened to, and closes after the last was let go", async () => {
  const { environment, client } = start();
  client.topic(ROOM).get();
  expect(environment.sockets).toHaveLength(0);
  const stop = client.topic(ROOM).subscribe(idle);
  await environment.settle();
  environment.socket.greet();
  expect(environment.socket.url).toBe("ws://desk.example/ws/v1");
  expect(environment.socket.sent).toEqual([{ type: "subscribe", topic: ROOM }]);
  environment.socket.say(snapshot(1));
  stop();
  await environment.advance(5_000);
  expect(environment.socket.sent[1]).toEqual({ type: "unsubscribe", topic: ROOM });
  expect(client.connection.get().kind).toBe("idle");
  expect([environment.openSockets, environment.timers.size]).toEqual([0, 0]);
});

test("a component that comes back within the linger keeps its subscription", async () => {
  const { environment, client } = start();
  const stop = client.topic(ROOM).subscribe(idle);
  await environment.settle();
  environment.socket.greet();
  stop();
  await environment.advance(1_000);
  client.topic(ROOM).subscribe(idle);
  environment.socket.say(snapshot(1));
  await environment.advance(4_500);
  expect(environment.socket.sent).toHaveLength(1);
  expect(client.topic(ROOM).get().seq).toBe(1);
});

test("two listeners are one subscription, and the same name is the same state", async () => {
  const { environment, client } = start();
  client.topic(ROOM).subscribe(idle);
  client.topic(ROOM).subscribe(idle);
  await environment.settle();
  environment.socket.greet();
  environment.socket.say(snapshot(1));
  expect(environment.socket.sent).toHaveLength(1);
  expect(client.topic(ROOM).get()).toBe(client.topic(ROOM).get());
});

test("a new socket is told what is held", async () => {
  const { environment, client } = start();
  client.topic(ROOM).subscribe(idle);
  await environment.settle();
  environment.socket.greet();
  environment.socket.say(snapshot(7));
  environment.socket.end();
  await environment.advance(1_000);
  environment.socket.greet();
  expect(environment.sockets).toHaveLength(2);
  expect(environment.socket.sent).toEqual([{ type: "subscribe", topic: ROOM, have: { epoch: "e", seq: 7 } }]);
});

test("after three failed attempts it polls every 5 s, says so, and goes back to the socket when one stands", async () => {
  const { environment, client } = start();
  let seq = 10;
  environment.answer = () =>
    Promise.resolve(jsonAnswer(200, { topic: ROOM, epoch: "e", to: seq, view: { queues: { q: seq } } }));
  client.topic(ROOM).subscribe(idle);
  await environment.advance(20_000);
  expect(client.connection.get()).toMatchObject({ polling: true });
  expect(environment.requests[0]?.url).toBe("/api/v1/topics/shop%3A1%3Apublic");
  expect(environment.requests[1]?.url).toBe("/api/v1/topics/shop%3A1%3Apublic?epoch=e&seq=10");
  const gaps = environment.requests
    .slice(1)
    .map((request, index) => request.at - (environment.requests[index]?.at ?? 0));
  expect(new Set(gaps)).toEqual(new Set([5_000]));
  seq = 11;
  await environment.advance(5_000);
  expect(client.topic(ROOM).get()).toMatchObject({ seq: 11, stale: false });
  while (client.connection.get().kind !== "connecting") await environment.advance(100);
  environment.socket.greet();
  const polls = environment.requests.length;
  environment.socket.say(snapshot(12));
  await environment.advance(6_000);
  expect(environment.requests).toHaveLength(polls);
});

test("a poll that succeeds tries the socket at once", async () => {
  const { environment, client } = start();
  environment.chance = 0.999;
  client.topic(ROOM).subscribe(idle);
  await environment.settle();
  for (let failed = 0; failed < 3; failed += 1) {
    if (failed === 2) environment.answer = () => Promise.resolve(jsonAnswer(204));
    environment.socket.end();
    if (failed < 2) await environment.advance(2_500);
  }
  const before = environment.sockets.length;
  await environment.settle();
  expect(environment.sockets.length).toBe(before + 1);
});

test("204 proves what is held", async () => {
  const { environment, client } = start();
  client.topic(ROOM).subscribe(idle);
  await environment.settle();
  environment.socket.greet();
  environment.socket.say(snapshot(7));
  environment.socket.end();
  environment.answer = () => Promise.resolve(jsonAnswer(204));
  await environment.advance(30_000);
  expect(client.topic(ROOM).get()).toMatchObject({ seq: 7, stale: false });
});

test("a failed poll blanks nothing; a refused one says why", async () => {
  const { environment, client } = start();
  client.topic(ROOM).subscribe(idle);
  await environment.settle();
  environment.socket.greet();
  environment.socket.say(snapshot(7));
  environment.socket.end();
  await environment.advance(60_000);
  expect(client.topic(ROOM).get()).toMatchObject({ seq: 7, stale: true, refused: null });
  environment.answer = () =>
    Promise.resolve(jsonAnswer(403, { code: "display-inactive", detail: "Switched off" }));
  await environment.advance(6_000);
  expect(client.topic(ROOM).get()).toMatchObject({ seq: 7, refused: { code: "display-inactive" } });
});

test("the answer to a poll that a frame overtook is not taken for newer", async () => {
  const { environment, client } = start();
  let answerPoll: (() => void) | null = null;
  client.topic(ROOM).subscribe(idle);
  environment.answer = () =>
    new Promise((resolve) => {
      answerPoll = () => resolve(jsonAnswer(200, { topic: ROOM, epoch: "old", to: 99, view: {} }));
    });
  while (!answerPoll) await environment.advance(500);
  while (client.connection.get().kind !== "connecting") await environment.advance(100);
  environment.socket.greet();
  environment.socket.say(snapshot(3));
  (answerPoll as () => void)();
  await environment.settle();
  expect(client.topic(ROOM).get()).toMatchObject({ epoch: "e", seq: 3 });
});

test("wake resyncs: stale is said at once and the socket is tried", async () => {
  const { environment, client } = start();
  client.topic(ROOM).subscribe(idle);
  await environment.settle();
  environment.socket.greet();
  environment.socket.say(snapshot(3));
  environment.sleep(600_000);
  environment.wake();
  expect(client.topic(ROOM).get().stale).toBe(true);
  expect(environment.sockets).toHaveLength(2);
  environment.socket.greet();
  environment.socket.say(snapshot(4));
  expect(client.topic(ROOM).get()).toMatchObject({ stale: false, seq: 4 });
});

test("what holds names and phone numbers is not stored, the rest is, and forget erases it", async () => {
  const { environment, client, store } = start();
  client.topic(ROOM).subscribe(idle);
  client.topic("shop:1:staff").subscribe(idle);
  await environment.settle();
  environment.socket.greet();
  environment.socket.say(snapshot(3));
  environment.socket.say(snapshot(3, "shop:1:staff"));
  environment.hide();
  await environment.settle();
  expect(await store.keys()).toEqual(["callnext.view.shop:1:public"]);
  await client.forget();
  expect(await store.keys()).toEqual([]);
  expect(client.topic("shop:1:staff").get().view).toBeNull();
});

test("a topic that was forgotten while idle comes back when asked for", async () => {
  const { environment, client } = start();
  const first = client.topic("display:0");
  for (let n = 0; n < 100; n += 1) client.topic(`display:${n}`).get();
  first.subscribe(idle);
  await environment.settle();
  environment.socket.greet();
  environment.socket.say(snapshot(1, "display:0"));
  expect(first.get().seq).toBe(1);
});

test("P16: close leaves no timer, no socket and no listener", async () => {
  const { environment, client } = start();
  client.topic(ROOM).subscribe(idle);
  await environment.advance(30_000);
  client.close();
  await environment.settle();
  environment.wake();
  await environment.advance(60_000);
  expect([environment.timers.size, environment.openSockets, environment.listeners]).toEqual([0, 0, 0]);
  expect(client.connection.get().kind).toBe("closed");
});

test("security: each attempt carries a ticket of its own, and the key never stands in an address", async () => {
  const environment = new FakeEnvironment();
  let asked = 0;
  const client = createCallnext({
    environment,
    authorization: () => "Bearer cnd_key",
    socketTicket: () => Promise.resolve(`t${(asked += 1)}`),
  });
  client.topic(ROOM).subscribe(idle);
  await environment.settle();
  expect(environment.socket.url).toBe("ws://desk.example/ws/v1?ticket=t1");
  environment.socket.greet();
  environment.socket.end(4401, "session ended");
  expect(client.connection.get()).toMatchObject({ kind: "waiting", code: 4401 });
  await environment.advance(1_000);
  expect(environment.socket.url).toBe("ws://desk.example/ws/v1?ticket=t2");
});

test("an attempt without its ticket is a failed one and is followed by another", async () => {
  const environment = new FakeEnvironment();
  const answers = [Promise.reject(new Error("no network")), Promise.resolve(null)];
  const client = createCallnext({
    environment,
    socketTicket: () => answers.shift() ?? Promise.resolve(null),
  });
  client.topic(ROOM).subscribe(idle);
  await environment.settle();
  expect(client.connection.get()).toMatchObject({ kind: "waiting", attempt: 1 });
  expect(environment.sockets).toHaveLength(0);
  await environment.advance(1_000);
  expect(environment.socket.url).toBe("ws://desk.example/ws/v1");
});
