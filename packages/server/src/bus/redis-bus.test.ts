import { Writable } from "node:stream";
import { type Logger, pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Hint } from "./bus.ts";
import { createRedisBus } from "./redis-bus.ts";
import { describeBus, heard } from "../testing/bus/bus-contract.ts";
import { describeWithRedis } from "../testing/bus/describe-with-redis.ts";
import { startTestRedis, type TestRedis } from "../testing/bus/test-redis.ts";
import { startTestRedisCluster, type TestRedisCluster } from "../testing/bus/test-redis-cluster.ts";
import { twoNodes } from "../testing/bus/two-nodes.ts";

const log = pino({ level: "silent" });
/** As docs/operations/redis.md has them. */
const RIGHTS = ["+hello", "+subscribe", "+publish"];
const CLUSTER_RIGHTS = [...RIGHTS, "+cluster|slots", "+cluster|keyslot", "+ssubscribe", "+spublish"];
const PASSWORD = "s3cret/of:its own";
/** A log whose lines are kept. */
function listeningLog(): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, next) {
      lines.push(chunk.toString());
      next();
    },
  });
  return { log: pino({ level: "trace" }, stream), lines };
}

describeWithRedis("one Redis", (program) => {
  let server: TestRedis;
  beforeAll(async () => {
    server = await startTestRedis(program());
  });
  afterAll(() => server[Symbol.asyncDispose]());
  const open = () => twoNodes(() => createRedisBus({ url: server.url, log }));

  describeBus("Redis", open);

  it("P8 hints are lost while it is killed, and resume when it is back, without anybody's doing", async () => {
    await using nodes = open();
    const hints: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    await heard(nodes.sender, hints, 1);
    await server.kill();
    await expect.poll(() => nodes.receiver.up() || nodes.sender.up(), { timeout: 5_000 }).toBe(false);
    for (let seq = 2; seq <= 100; seq += 1) nodes.sender.publish(1, seq);
    nodes.sender.tell("lost");
    await server.start();
    await heard(nodes.sender, hints, 101);
    expect(nodes.receiver.up()).toBe(true);
  });

  it("P8 one that is frozen is noticed, holds up nobody, and is heard again when it thaws", async () => {
    await using nodes = open();
    const hints: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    await heard(nodes.sender, hints, 1);
    server.freeze();
    try {
      for (let seq = 2; seq <= 1_000; seq += 1) nodes.sender.publish(1, seq);
      await expect.poll(() => nodes.receiver.up(), { timeout: 12_000 }).toBe(false);
    } finally {
      server.thaw();
    }
    await heard(nodes.sender, hints, 1_001);
  });

  it("a connection that an operator ends is opened again", async () => {
    await using nodes = open();
    const hints: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    await heard(nodes.sender, hints, 1);
    expect(await server.ask("CLIENT", "KILL", "TYPE", "pubsub")).toBe(2);
    await heard(nodes.sender, hints, 2);
  });

  it("a right to publish that is taken away is noticed although the connection stands", async () => {
    await using nodes = open();
    await expect.poll(() => nodes.sender.up(), { timeout: 5_000 }).toBe(true);
    await server.ask("ACL", "SETUSER", "default", "-publish");
    try {
      await expect.poll(() => nodes.sender.up(), { timeout: 12_000 }).toBe(false);
    } finally {
      await server.ask("ACL", "SETUSER", "default", "+publish");
    }
    await expect.poll(() => nodes.sender.up(), { timeout: 12_000 }).toBe(true);
  });

  it("the rights that the guide names are enough", async () => {
    await server.ask("ACL", "SETUSER", "hints", "on", ">p", "-@all", "&callnext:*", ...RIGHTS);
    const url = server.url.replace("//", "//hints:p@");
    await using nodes = twoNodes(() => createRedisBus({ url, log }));
    const hints: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    await heard(nodes.sender, hints, 1);
  });

  it("two installations on one server are kept apart by the URL's number", async () => {
    await using nodes = open();
    await using other = twoNodes(() => createRedisBus({ url: `${server.url}/1`, log }));
    const hints: Hint[] = [];
    const foreign: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    other.receiver.subscribe((hint) => foreign.push(hint));
    await heard(nodes.sender, hints, 1);
    await heard(other.sender, foreign, 2);
    await heard(nodes.sender, hints, 3);
    expect(hints.some(({ seq }) => seq === 2)).toBe(false);
    expect(foreign.some(({ seq }) => seq !== 2)).toBe(false);
  });
});

describeWithRedis("a Redis with a password", (program) => {
  let server: TestRedis;
  beforeAll(async () => {
    server = await startTestRedis(program(), ["--requirepass", PASSWORD]);
  });
  afterAll(() => server[Symbol.asyncDispose]());
  const url = (password: string) => server.url.replace("//", `//:${encodeURIComponent(password)}@`);

  it("a password with signs of its own opens it, and is in no line of the log, not when it is lost either", async () => {
    const { log: kept, lines } = listeningLog();
    await using nodes = twoNodes(() => createRedisBus({ url: url(PASSWORD), log: kept }));
    const hints: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    await heard(nodes.sender, hints, 1);
    await server.kill();
    await expect.poll(() => nodes.sender.up(), { timeout: 5_000 }).toBe(false);
    nodes.sender.publish(1, 2);
    await server.start();
    await heard(nodes.sender, hints, 3);
    expect(lines.some((line) => line.includes("is away"))).toBe(true);
    expect(lines.some((line) => line.includes("is back"))).toBe(true);
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD)]) expect(lines.join()).not.toContain(secret);
  });

  it("a wrong password is said in one line at warning, without it, and tried again", async () => {
    const { log: kept, lines } = listeningLog();
    await using bus = createRedisBus({ url: url("wrong-one"), log: kept });
    await expect.poll(() => lines.length, { timeout: 5_000 }).toBeGreaterThan(2);
    expect(bus.up()).toBe(false);
    expect(lines.filter((line) => line.includes('"level":40'))).toHaveLength(1);
    expect(lines[0]).toContain("WRONGPASS");
    expect(lines.join()).not.toContain("wrong-one");
  });
});

describeWithRedis("a cluster of Redis", (program) => {
  let cluster: TestRedisCluster;
  beforeAll(async () => {
    cluster = await startTestRedisCluster(program());
  });
  afterAll(() => cluster[Symbol.asyncDispose]());
  const open = () => twoNodes(() => createRedisBus({ url: cluster.entry.url, log }));

  describeBus("a Redis cluster", open);

  it("hints are spread over its servers by sharded channels", async () => {
    await using nodes = open();
    await expect.poll(() => nodes.sender.up() && nodes.receiver.up(), { timeout: 10_000 }).toBe(true);
    for (const server of cluster.servers) {
      expect(await server.ask("PUBSUB", "SHARDCHANNELS")).not.toEqual([]);
      expect(await server.ask("PUBSUB", "CHANNELS")).toEqual([]);
    }
  });

  it("the rights that the guide names are enough in a cluster", async () => {
    for (const server of [cluster.entry, ...cluster.servers])
      await server.ask("ACL", "SETUSER", "hints", "on", ">p", "-@all", "&callnext:*", ...CLUSTER_RIGHTS);
    const url = cluster.entry.url.replace("//", "//hints:p@");
    await using nodes = twoNodes(() => createRedisBus({ url, log }));
    const hints: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    for (let shopId = 1; shopId <= 16; shopId += 1) await heard(nodes.sender, hints, 1, shopId);
  });

  it("a channel that moves to another server is followed there", async () => {
    await using nodes = open();
    const hints: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    await heard(nodes.sender, hints, 1, 3);
    const owner = cluster.servers[await cluster.move("callnext:0:hints:3")];
    await heard(nodes.sender, hints, 2, 3);
    expect(await owner?.ask("PUBSUB", "SHARDCHANNELS")).toContain("callnext:0:hints:3");
  });

  it("P8 a server of it that is killed and comes back is heard again, with that of the URL gone", async () => {
    await using nodes = open();
    const hints: Hint[] = [];
    nodes.receiver.subscribe((hint) => hints.push(hint));
    for (let shopId = 1; shopId <= 16; shopId += 1) await heard(nodes.sender, hints, 1, shopId);
    await cluster.entry.kill();
    await cluster.servers[1]?.kill();
    await expect.poll(() => nodes.receiver.up(), { timeout: 12_000 }).toBe(false);
    await cluster.servers[1]?.start();
    for (let shopId = 1; shopId <= 16; shopId += 1) await heard(nodes.sender, hints, 2, shopId);
  });
});
