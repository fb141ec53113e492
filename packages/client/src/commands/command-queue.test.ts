import { expect, test } from "vitest";
import type { ConnectionState } from "../contract.ts";
import { Source } from "../environment/source.ts";
import type { KeyValueStore } from "../environment/environment.ts";
import { CallnextError } from "../http/callnext-error.ts";
import { memoryStore } from "../store/memory-store.ts";
import { FakeEnvironment } from "../testing/fake-environment.ts";
import { createCommandQueue } from "./command-queue.ts";

interface Sent {
  readonly path: string;
  readonly key: string | undefined;
}

const network = (): CallnextError => new CallnextError({ status: 0, code: "network", detail: "away" });
const call = (path: string) => ({ method: "POST" as const, path, body: {}, label: `POST ${path}` });

/** A server that is away until the test lets it answer. */
const start = (store: KeyValueStore = memoryStore(), environment = new FakeEnvironment()) => {
  const sent: Sent[] = [];
  const server = { answer: (_path: string): Promise<unknown> => Promise.reject(network()) };
  const connection = new Source<ConnectionState>({ kind: "idle" });
  const request = <T>(
    _method: string,
    path: string,
    _body?: unknown,
    options?: { readonly idempotencyKey?: string },
  ): Promise<T> => {
    sent.push({ path, key: options?.idempotencyKey });
    return server.answer(path) as Promise<T>;
  };
  const queue = createCommandQueue({ client: { request, connection }, environment, store });
  let serial = 0;
  environment.random = () => (serial++ % 1_000) / 1_000;
  return { environment, queue, sent, server, connection, store, paths: () => sent.map(({ path }) => path) };
};

test("shows what is pending while the server is away, then sends it in order", async () => {
  const { environment, queue, server, connection, paths } = start();
  for (const path of ["/a", "/b", "/c"]) queue.enqueue(call(path));
  await environment.settle();
  expect(queue.get().pending.map(({ label }) => label)).toEqual(["POST /a", "POST /b", "POST /c"]);
  expect(paths()).toEqual(["/a"]);
  server.answer = () => Promise.resolve({});
  connection.set({ kind: "live", since: 0 });
  await environment.settle();
  await environment.settle();
  expect(paths()).toEqual(["/a", "/a", "/b", "/c"]);
  expect(queue.get()).toEqual({ pending: [], rejected: [], sending: false });
});

test("P2: however often a command is sent, it is sent with one key", async () => {
  const { environment, queue, sent } = start();
  queue.enqueue(call("/a"));
  await environment.advance(120_000);
  expect(sent.length).toBeGreaterThan(5);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(queue.get().pending).toHaveLength(1);
});

test("a refusal is kept until somebody has seen it, and does not stop the rest", async () => {
  const { environment, queue, server } = start();
  server.answer = (path) =>
    path === "/a"
      ? Promise.reject(new CallnextError({ status: 409, code: "queue-empty", detail: "Nobody waits" }))
      : Promise.resolve({});
  const first = queue.enqueue(call("/a"));
  queue.enqueue(call("/b"));
  await environment.settle();
  await environment.settle();
  expect(queue.get()).toMatchObject({
    pending: [],
    rejected: [{ path: "/a", reason: { code: "queue-empty" } }],
  });
  queue.dismiss(first?.id ?? "");
  expect(queue.get().rejected).toEqual([]);
});

test("P2: after a crash between sending and the answer the same command goes out with the same key, before newer ones", async () => {
  const store = memoryStore();
  const before = start(store);
  before.server.answer = () => new Promise(() => undefined);
  before.queue.enqueue(call("/a"));
  before.queue.enqueue(call("/b"));
  await before.environment.settle();
  await before.environment.settle();
  before.queue.close();
  const after = start(store);
  after.server.answer = () => Promise.resolve({});
  after.queue.enqueue(call("/c"));
  await after.environment.settle();
  await after.environment.settle();
  await after.environment.settle();
  expect(after.paths()).toEqual(["/a", "/b", "/c"]);
  expect(after.sent[0]?.key).toBe(before.sent[0]?.key);
});

test("it is on disk before it is on the wire", async () => {
  const order: string[] = [];
  const memory = memoryStore();
  const store: KeyValueStore = {
    ...memory,
    set: (key, value) => {
      order.push("stored");
      return memory.set(key, value);
    },
  };
  const { environment, queue, server } = start(store);
  server.answer = () => {
    order.push("sent");
    return new Promise(() => undefined);
  };
  queue.enqueue(call("/a"));
  await environment.settle();
  await environment.settle();
  expect(order.indexOf("stored")).toBeLessThan(order.indexOf("sent"));
  expect(order).toContain("sent");
});

test("a command too old for its key is not sent: it might take effect twice", async () => {
  const store = memoryStore();
  const before = start(store);
  before.queue.enqueue(call("/a"));
  await before.environment.settle();
  before.queue.close();
  const environment = new FakeEnvironment();
  environment.sleep(24 * 3_600_000);
  const after = start(store, environment);
  await environment.settle();
  expect(after.paths()).toEqual([]);
  expect(after.queue.get()).toMatchObject({
    pending: [],
    rejected: [{ path: "/a", reason: { code: "command-expired" } }],
  });
});

test("what was not sent yet can be taken back, what was sent cannot", async () => {
  const { environment, queue } = start();
  const first = queue.enqueue(call("/a"));
  const second = queue.enqueue(call("/b"));
  await environment.settle();
  expect(queue.withdraw(first?.id ?? "")).toBe(false);
  expect(queue.withdraw(second?.id ?? "")).toBe(true);
  expect(queue.withdraw("unknown")).toBe(false);
  expect(queue.get().pending).toHaveLength(1);
});

test("P16: a full queue says so instead of forgetting", () => {
  const { queue } = start();
  for (let n = 0; n < 200; n += 1) expect(queue.enqueue(call(`/${n}`))).not.toBeNull();
  expect(queue.enqueue(call("/more"))).toBeNull();
  expect(queue.get().pending).toHaveLength(200);
});

test("a store that fails costs only the memory of it; rubbish in it is not sent", async () => {
  const rubbish = memoryStore();
  await rubbish.set("callnext.commands.default", { pending: [{ path: "/evil" }, 7], rejected: "x" });
  const failing: KeyValueStore = {
    ...memoryStore(),
    get: () => Promise.reject(new Error("x")),
    set: () => Promise.reject(new Error("x")),
  };
  for (const store of [rubbish, failing]) {
    const { environment, queue, server, paths } = start(store);
    server.answer = () => Promise.resolve({});
    queue.enqueue(call("/a"));
    await environment.settle();
    await environment.settle();
    expect(paths()).toEqual(["/a"]);
  }
});

test("P16: close leaves no timer and no listener", async () => {
  const { environment, queue, connection, sent } = start();
  queue.enqueue(call("/a"));
  await environment.advance(3_000);
  queue.close();
  const before = sent.length;
  connection.set({ kind: "live", since: 0 });
  await environment.advance(60_000);
  expect([environment.timers.size, environment.listeners, sent.length]).toEqual([0, 0, before]);
});
