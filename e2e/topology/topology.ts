import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalPostgres, startLocalPostgres } from "@callnext/server/testing";
import type { Program } from "../../tools/lib/debian-program.ts";
import { freePort } from "../support/free-port.ts";
import { TestServer } from "../support/server.ts";
import { type Balancer, startBalancer } from "./balancer.ts";
import { LocalProgram } from "./local-program.ts";

export interface Programs {
  readonly nginx: Program;
  /** Undefined: hints go by PostgreSQL. */
  readonly redis: Program | undefined;
}

const NODES = 3;

/** Three nodes behind nginx, on one PostgreSQL, with Redis where there is one. Ends what it started, in turn. */
export class Topology implements AsyncDisposable {
  readonly nodes: readonly TestServer[];
  readonly balancer: Balancer;
  readonly postgres: LocalPostgres;
  readonly redis: Redis | null;
  readonly #stack: AsyncDisposableStack;

  private constructor(
    stack: AsyncDisposableStack,
    parts: Omit<Topology, "node" | typeof Symbol.asyncDispose>,
  ) {
    this.#stack = stack;
    this.nodes = parts.nodes;
    this.balancer = parts.balancer;
    this.postgres = parts.postgres;
    this.redis = parts.redis;
  }

  static async start({ nginx, redis: redisProgram }: Programs): Promise<Topology> {
    await using stack = new AsyncDisposableStack();
    const dataDir = await mkdtemp(join(tmpdir(), "callnext-topology-"));
    stack.defer(() => rm(dataDir, { recursive: true, force: true }));
    const postgres = stack.use(await startLocalPostgres(dataDir));
    const redis = redisProgram === undefined ? null : stack.use(await Redis.start(redisProgram));
    const settings = {
      DATABASE_URL: postgres.url,
      CALLNEXT_SECRET: randomBytes(24).toString("hex"),
      CALLNEXT_TRUSTED_PROXIES: "127.0.0.1,::1",
      ...(redis === null ? {} : { REDIS_URL: redis.url }),
    };
    const starting = Array.from({ length: NODES }, () => TestServer.start(settings));
    for (const node of starting)
      stack.defer(async () => (await node.catch(() => null))?.[Symbol.asyncDispose]());
    const nodes = await Promise.all(starting);
    const ports = nodes.map(({ port }) => port);
    const balancer = stack.use(await startBalancer(nginx, ports));
    return new Topology(stack.move(), { nodes, balancer, postgres, redis });
  }

  /** Counted from 1. */
  node(number: number): TestServer {
    const node = this.nodes[number - 1];
    if (node === undefined) throw new Error(`There are ${String(this.nodes.length)} nodes`);
    return node;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }
}

/** Keeps nothing on a disk, as it is set up for us. */
class Redis implements AsyncDisposable {
  readonly url: string;
  readonly #program: Program;
  readonly #port: number;
  #running: LocalProgram | null = null;

  private constructor(program: Program, port: number) {
    this.#program = program;
    this.#port = port;
    this.url = `redis://127.0.0.1:${String(port)}`;
  }

  static async start(program: Program): Promise<Redis> {
    const redis = new Redis(program, await freePort());
    await redis.start();
    return redis;
  }

  async start(): Promise<void> {
    const port = String(this.#port);
    const args = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    this.#running = await LocalProgram.start(this.#program, args, this.#port);
  }

  async kill(): Promise<void> {
    await this.#running?.kill();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#running?.[Symbol.asyncDispose]();
  }
}
