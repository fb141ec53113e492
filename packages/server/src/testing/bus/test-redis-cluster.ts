import { setTimeout as wait } from "node:timers/promises";
import type { RedisProgram } from "./find-redis.ts";
import { startTestRedis, type TestRedis } from "./test-redis.ts";

const SLOTS = 16_384;
const READY_WITHIN_MS = 20_000;

export interface TestRedisCluster extends AsyncDisposable {
  readonly servers: readonly TestRedis[];
  /** A fourth that serves nothing itself and knows the way to the others. */
  readonly entry: TestRedis;
  /** Gives a channel's part of the cluster to another server; which one has it now. */
  move(channel: string): Promise<number>;
}

/** Three servers that share the slots, each a master. */
export async function startTestRedisCluster(program: RedisProgram): Promise<TestRedisCluster> {
  await using stack = new AsyncDisposableStack();
  const settings = ["--cluster-enabled", "yes", "--cluster-node-timeout", "2000"];
  const entry = stack.use(await startTestRedis(program, settings));
  const servers: TestRedis[] = [];
  for (let index = 0; index < 3; index += 1) {
    servers.push(stack.use(await startTestRedis(program, settings)));
  }
  const share = Math.ceil(SLOTS / servers.length);
  for (const [index, server] of servers.entries()) {
    const last = Math.min((index + 1) * share, SLOTS) - 1;
    await server.ask("CLUSTER", "ADDSLOTSRANGE", String(index * share), String(last));
    await server.ask("CLUSTER", "MEET", "127.0.0.1", String(entry.port));
  }
  const deadline = performance.now() + READY_WITHIN_MS;
  while (!(await areReady([entry, ...servers]))) {
    if (performance.now() > deadline) throw new Error("the cluster did not come together");
    await wait(50);
  }
  const running = stack.move();
  const move = async (channel: string): Promise<number> => {
    const [first] = servers;
    const slot = Number(await first?.ask("CLUSTER", "KEYSLOT", channel));
    const to = (Math.floor(slot / share) + 1) % servers.length;
    const id = String(await servers[to]?.ask("CLUSTER", "MYID"));
    // The new owner first, or the others would not believe it.
    for (const index of [to, 0, 1, 2]) {
      await servers[index]?.ask("CLUSTER", "SETSLOT", String(slot), "NODE", id);
    }
    return to;
  };
  return { servers, entry, move, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

async function areReady(servers: readonly TestRedis[]): Promise<boolean> {
  const infos = await Promise.all(servers.map((server) => server.ask("CLUSTER", "INFO")));
  return infos.every(
    (info) => /cluster_state:ok/.test(String(info)) && /cluster_known_nodes:4/.test(String(info)),
  );
}
