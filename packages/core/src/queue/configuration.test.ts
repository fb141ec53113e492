import { describe, expect, it } from "vitest";
import {
  joinAll,
  lastRefusal,
  next,
  on,
  runCommands,
  shopWith,
  type Step,
  testCounter,
  testDisplay,
  testQueueConfig,
  testShop,
} from "../testing/index.ts";
import type { QueueConfig } from "./queue.ts";
import type { Counter } from "./shop.ts";

const queue = (change: Partial<QueueConfig>): Step => ({
  command: { type: "configure-queue", queue: testQueueConfig(change) },
});
const counter = (change: Partial<Counter>): Step => ({
  command: { type: "configure-counter", counter: testCounter(change) },
});

describe("configuration", () => {
  it("[G1] a new queue is open and empty; changing it keeps what lives in it", () => {
    const run = runCommands(shopWith(), [...joinAll("x"), queue({ name: "Médecine générale" })]);
    expect(run.state.queues.get("queue-a")).toMatchObject({
      name: "Médecine générale",
      status: "open",
      lastSequence: 1,
      line: ["x"],
    });
  });

  it("[G1] the shop itself is replaced", () => {
    const shop = testShop({ name: "Clinique du Plateau", graceMinutes: 3 });
    expect(runCommands(shopWith(), [{ command: { type: "configure-shop", shop } }]).state.shop).toEqual(shop);
  });

  it("[G1] an unknown time zone throws before it can spoil the log", () => {
    const shop = testShop({ timeZone: "Mars/Olympus" });
    expect(() => runCommands(shopWith(), [{ command: { type: "configure-shop", shop } }])).toThrow(
      RangeError,
    );
  });

  it("[G2] prefixes are unique among the queues in use", () => {
    const taken = { code: "prefix-taken", prefix: "A" };
    expect(lastRefusal(runCommands(shopWith(), [queue({ id: "queue-b" })]))).toEqual(taken);
    const freed = runCommands(shopWith(), [queue({ archived: true }), queue({ id: "queue-b" }), queue({})]);
    expect(freed.taken.map(({ decision }) => decision.ok)).toEqual([true, true, false]);
  });

  it("[G2] labels are unique among the counters in use", () => {
    const run = runCommands(shopWith(), [counter({}), counter({ id: "counter-2", label: " 1 " })]);
    expect(lastRefusal(run)).toEqual({ code: "label-taken", label: "1" });
    const freed = runCommands(run.state, [counter({ archived: true }), counter({ id: "counter-2" })]);
    expect(lastRefusal(freed)).toBeUndefined();
  });

  it("[G3] neither a queue with open tickets nor a busy counter is archived", () => {
    const run = runCommands(shopWith(), [counter({}), ...joinAll("x"), next("1"), queue({ archived: true })]);
    expect(lastRefusal(run)).toEqual({ code: "queue-not-empty", queueId: "queue-a" });
    expect(lastRefusal(runCommands(run.state, [counter({ archived: true })]))).toMatchObject({
      code: "counter-busy",
    });
    const done = runCommands(run.state, [
      on("x", "cancel-ticket"),
      queue({ archived: true }),
      counter({ archived: true }),
    ]);
    expect(done.taken.every(({ decision }) => decision.ok)).toBe(true);
  });

  it("[G4] queues list known services, displays known queues", () => {
    const unknown = runCommands(shopWith(), [queue({ serviceIds: [5] })]);
    expect(lastRefusal(unknown)).toEqual({ code: "service-not-found", serviceId: 5 });
    const display = testDisplay({ queueIds: ["queue-a", "nowhere"] });
    const nowhere = runCommands(shopWith(), [{ command: { type: "configure-display", display } }]);
    expect(lastRefusal(nowhere)).toEqual({ code: "queue-not-found", queueId: "nowhere" });
  });

  it("[G6] a known display is refreshed by an event that changes nothing else", () => {
    const refresh: Step = { command: { type: "refresh-display", displayId: "display-1" } };
    expect(lastRefusal(runCommands(shopWith(), [refresh]))).toEqual({
      code: "display-not-found",
      displayId: "display-1",
    });
    const start = runCommands(shopWith(), [
      { command: { type: "configure-display", display: testDisplay() } },
    ]).state;
    const run = runCommands(start, [refresh]);
    expect(run.events.map(({ type }) => type)).toEqual(["display-refreshed"]);
    expect(run.state).toEqual({ ...start, seq: start.seq + 1 });
  });
});
