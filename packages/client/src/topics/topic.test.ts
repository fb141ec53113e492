import type { Cursor } from "@callnext/protocol";
import { expect, test } from "vitest";
import type { KeyValueStore } from "../environment/environment.ts";
import { memoryStore } from "../store/memory-store.ts";
import { Stopwatch } from "../environment/stopwatch.ts";
import { FakeEnvironment } from "../testing/fake-environment.ts";
import { storedViewKey } from "./stored-view.ts";
import { Topic } from "./topic.ts";
import type { TopicFrame } from "./take-frame.ts";

const NAME = "shop:1:public";
const snapshot = (to: number, epoch = "e"): TopicFrame => ({
  type: "snapshot",
  topic: NAME,
  epoch,
  to,
  view: { queues: { q: to } },
});
const delta = (from: number, to: number): TopicFrame => ({
  type: "delta",
  topic: NAME,
  epoch: "e",
  from,
  to,
  set: { queues: { q: to } },
  unset: {},
});

const start = async (store: KeyValueStore | null = null) => {
  const environment = new FakeEnvironment();
  const asked: (Cursor | null)[] = [];
  const ask = (have: Cursor | null): boolean => asked.push(have) > 0;
  const topic = new Topic({ name: NAME, environment, store, ask });
  topic.activate();
  await environment.settle();
  return { environment, topic, asked, state: () => topic.source.get() };
};

test("P9: 8 s without proof and the view is stale; the next proof clears it", async () => {
  const { environment, topic, state } = await start();
  topic.take(snapshot(3));
  const provedAt = environment.now();
  expect(state()).toMatchObject({ stale: false, provedAt, seq: 3 });
  await environment.advance(7_999);
  expect(state().stale).toBe(false);
  await environment.advance(1);
  expect(state()).toMatchObject({ stale: true, provedAt });
  topic.beat({ epoch: "e", seq: 3 }, 0);
  expect(state()).toMatchObject({ stale: false, provedAt: environment.now() });
});

test("P9: a view that never came is stale after 8 s too", async () => {
  const { environment, state } = await start();
  await environment.advance(8_000);
  expect(state()).toMatchObject({ view: null, stale: true, provedAt: 0 });
});

test("P9: after a sleep the clocks are believed, not the timer", async () => {
  const { environment, topic, state } = await start();
  topic.take(snapshot(3));
  environment.sleep(9_000);
  topic.checkFreshness();
  expect(state().stale).toBe(true);
});

test("P9: a clock set back does not keep a view fresh", async () => {
  const { environment, topic, state } = await start();
  topic.take(snapshot(3));
  environment.wall -= 2 * 86_400_000;
  await environment.advance(8_000);
  expect(state().stale).toBe(true);
});

test("heartbeats prove what is held; one that is ahead does not", async () => {
  const { environment, topic, state } = await start();
  topic.take(snapshot(3));
  await environment.advance(4_000);
  topic.beat({ epoch: "e", seq: 3 }, 0);
  await environment.advance(7_000);
  expect(state().stale).toBe(false);
  topic.beat({ epoch: "e", seq: 4 }, 0);
  await environment.advance(1_000);
  expect(state().stale).toBe(true);
});

test("P9: a heartbeat that was long under way proves only what was true then", async () => {
  const { environment, topic, state } = await start();
  topic.take(snapshot(3));
  await environment.advance(7_000);
  topic.beat({ epoch: "e", seq: 3 }, 6_000);
  expect(state().provedAt).toBe(environment.now() - 6_000);
  await environment.advance(2_000);
  expect(state().stale).toBe(true);
});

test("P9: a heartbeat proves no more than the server itself had checked", async () => {
  const { environment, topic, state } = await start();
  topic.take(snapshot(3));
  await environment.advance(7_000);
  topic.beat({ epoch: "e", seq: 3, age_ms: 1_500 }, 500);
  expect(state().provedAt).toBe(environment.now() - 2_000);
});

test("P9: deltas that trickle in over a slow line prove nothing by themselves", async () => {
  const { environment, topic, state } = await start();
  topic.take(snapshot(1));
  for (let seq = 1; seq <= 8; seq += 1) {
    await environment.advance(1_000);
    topic.take(delta(seq, seq + 1));
  }
  expect(state()).toMatchObject({ seq: 9, stale: true });
});

test("P9: to reach what a heartbeat named proves it as of that heartbeat", async () => {
  const { environment, topic, state } = await start();
  topic.take(snapshot(3));
  await environment.advance(4_000);
  const beatAt = environment.now();
  topic.beat({ epoch: "e", seq: 4 }, 0);
  await environment.advance(500);
  topic.take(delta(3, 4));
  expect(state().provedAt).toBe(beatAt);
});

test("P8: a lost last event shows within one beat, and is asked for", async () => {
  const { environment, topic, asked } = await start();
  topic.take(snapshot(3));
  topic.beat({ epoch: "e", seq: 4 }, 0);
  await environment.advance(1_000);
  expect(asked).toEqual([null, { epoch: "e", seq: 3 }]);
});

test("a heartbeat that merely overtook the event asks nothing", async () => {
  const { environment, topic, asked } = await start();
  topic.take(snapshot(3));
  topic.beat({ epoch: "e", seq: 4 }, 0);
  topic.take(delta(3, 4));
  await environment.advance(3_000);
  expect(asked).toEqual([null]);
});

test("one gap is one question, however many frames come behind it", async () => {
  const { topic, asked } = await start();
  topic.take(snapshot(3));
  for (let from = 5; from < 50; from += 1) topic.take(delta(from, from + 1));
  expect(asked).toEqual([null, { epoch: "e", seq: 3 }]);
  topic.take(delta(3, 50));
  topic.take(delta(52, 53));
  expect(asked).toHaveLength(3);
});

test("a question without an answer is asked again after a beat", async () => {
  const { environment, topic, asked } = await start();
  await environment.advance(12_000);
  expect(asked).toHaveLength(4);
  topic.take(snapshot(1));
  await environment.advance(7_000);
  expect(asked).toHaveLength(4);
});

test("another epoch in the heartbeat, or a topic that the server forgot, is asked about", async () => {
  const { environment, topic, asked } = await start();
  topic.take(snapshot(9));
  topic.beat({ epoch: "e2", seq: 2 }, 0);
  expect(asked).toHaveLength(2);
  topic.take(snapshot(2, "e2"));
  await environment.advance(5_000);
  topic.beat(undefined, 0);
  expect(asked[2]).toEqual({ epoch: "e2", seq: 2 });
});

test("P14: a refused session takes the view off the screen and out of the store", async () => {
  const store = memoryStore();
  const { environment, topic, state, asked } = await start(store);
  topic.take(snapshot(3));
  await environment.advance(2_000);
  topic.refuse("unauthenticated", "Sign in");
  expect(state()).toMatchObject({ view: null, refused: { code: "unauthenticated" } });
  expect(await store.keys()).toEqual([]);
  await environment.advance(10_000);
  expect(asked).toHaveLength(2);
  topic.take(snapshot(4));
  expect(state()).toMatchObject({ refused: null, seq: 4 });
});

test("security: a display that is public no more is forgotten, in the store too", async () => {
  const store = memoryStore();
  const { environment, topic, state } = await start(store);
  topic.take(snapshot(3));
  await environment.advance(2_000);
  topic.refuse("display-not-public", "For its own screens");
  expect(state()).toMatchObject({ view: null, refused: { code: "display-not-public" } });
  expect(await store.keys()).toEqual([]);
});

test("a board that was switched off keeps its view, and comes back by itself", async () => {
  const { topic, state } = await start();
  topic.take(snapshot(3));
  topic.refuse("display-inactive", "Switched off");
  expect(state()).toMatchObject({ seq: 3, refused: { code: "display-inactive" } });
  topic.take(snapshot(5));
  expect(state().refused).toBeNull();
});

test("P8: a server that cannot read the topic just now is asked again within 3 s, and is no refusal", async () => {
  const { environment, topic, state, asked } = await start();
  topic.take(snapshot(3));
  topic.refuse("unavailable", "Try again");
  expect(state()).toMatchObject({ seq: 3, refused: null });
  await environment.advance(3_000);
  expect(asked).toHaveLength(2);
});

test("what was stored is shown at once, marked restored and stale until it is proved", async () => {
  const store = memoryStore();
  const first = await start(store);
  first.topic.take(snapshot(3));
  first.topic.deactivate();
  const second = await start(store);
  expect(second.state()).toMatchObject({ seq: 3, restored: true, stale: true, view: { queues: { q: 3 } } });
  expect(second.asked).toEqual([{ epoch: "e", seq: 3 }]);
  second.topic.take(delta(3, 3));
  expect(second.state()).toMatchObject({ restored: false, stale: false });
});

test("a store that hangs, fails or holds rubbish costs a second at most", async () => {
  const rubbish = memoryStore();
  await rubbish.set(storedViewKey(NAME), { epoch: 1, view: "x" });
  const failing = { ...memoryStore(), get: () => Promise.reject(new Error("disk")) };
  for (const store of [rubbish, failing]) {
    const { asked, state } = await start(store);
    expect(asked).toEqual([null]);
    expect(state().view).toBeNull();
  }
  const hanging = await start({ ...memoryStore(), get: () => new Promise(() => undefined) });
  expect(hanging.asked).toEqual([]);
  await hanging.environment.advance(1_000);
  expect(hanging.asked).toEqual([null]);
});

test("at most one write in two seconds, of the newest view", async () => {
  const writes: unknown[] = [];
  const store = {
    ...memoryStore(),
    set: (_key: string, value: unknown) => Promise.resolve(void writes.push(value)),
  };
  const { environment, topic } = await start(store);
  topic.take(snapshot(1));
  for (let seq = 1; seq < 40; seq += 1) topic.take(delta(seq, seq + 1));
  await environment.advance(2_000);
  expect(writes).toMatchObject([{ to: 40 }]);
});

test("P16: letting go leaves no timer", async () => {
  const { environment, topic, state } = await start(memoryStore());
  topic.take(snapshot(1));
  topic.beat({ epoch: "e", seq: 2 }, 0);
  topic.deactivate();
  expect(environment.timers.size).toBe(0);
  expect(state().stale).toBe(true);
});

test("P8: an answer older than what is held does not keep the next gap from being asked about", async () => {
  const { topic, asked } = await start();
  topic.take(snapshot(36));
  topic.socketOpened();
  // The new socket's node has not heard of 36 yet.
  topic.take(snapshot(35));
  topic.take(delta(35, 37));
  expect(asked).toEqual([null, { epoch: "e", seq: 36 }, { epoch: "e", seq: 36 }]);
});

test("P8: an answer over HTTP takes back neither the next try after a refusal nor the proof that the socket's answer is", async () => {
  const { environment, topic, asked, state } = await start();
  topic.socketOpened();
  topic.refuse("unavailable", "");
  const asOf = new Stopwatch(environment);
  topic.take(snapshot(3), asOf);
  await environment.advance(3_000);
  expect(asked.slice(2)).toEqual([{ epoch: "e", seq: 3 }]);
  topic.take(delta(3, 4));
  await environment.advance(6_500);
  expect(state().stale).toBe(false);
});
