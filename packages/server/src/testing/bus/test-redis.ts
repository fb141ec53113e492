import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "@redis/client";
import type { RedisProgram } from "./find-redis.ts";

export interface TestRedis extends AsyncDisposable {
  readonly port: number;
  readonly url: string;
  /** As `kill -9`: it has no time for good-byes. */
  kill(): Promise<void>;
  /** Again on the same port. */
  start(): Promise<void>;
  /** Frozen: its connections stand, and nobody answers. */
  freeze(): void;
  thaw(): void;
  /** One command of an operator's. */
  ask(...command: readonly string[]): Promise<unknown>;
}

const READY_WITHIN_MS = 10_000;

/** A Redis of this test's own on the loopback, that keeps nothing on disk. It ends with the test's process. */
export async function startTestRedis(
  program: RedisProgram,
  settings: readonly string[] = [],
): Promise<TestRedis> {
  const port = await freePort();
  const directory = mkdtempSync(path.join(tmpdir(), "callnext-redis-data-"));
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const endWithMe = (): void => void child?.kill("SIGKILL");
  process.once("exit", endWithMe);

  const ask = async (...command: readonly string[]): Promise<unknown> => {
    const client = createClient({ url, socket: { reconnectStrategy: false } });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return await client.sendCommand([...command]);
    } finally {
      client.destroy();
    }
  };
  const kill = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  };
  const start = async (): Promise<void> => {
    const listen = ["--port", String(port), "--bind", "127.0.0.1", "--dir", directory];
    const ends = ["--save", "", "--appendonly", "no"];
    child = spawn(program.path, [...listen, ...ends, ...settings], {
      stdio: "ignore",
      env: { ...process.env, ...program.environment },
    });
    await answering(() => ask("PING"));
  };
  await start();
  return {
    port,
    url,
    kill,
    start,
    ask,
    freeze: () => void child?.kill("SIGSTOP"),
    thaw: () => void child?.kill("SIGCONT"),
    async [Symbol.asyncDispose]() {
      process.off("exit", endWithMe);
      await kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function answering(ask: () => Promise<unknown>): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  for (;;) {
    try {
      await ask();
      return;
    } catch (error) {
      // A server with a password does answer.
      if (error instanceof Error && error.message.startsWith("NOAUTH")) return;
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** Below the range that connections get their own ports from, so that nobody takes it while it is down. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 17_000 + Math.floor(Math.random() * 5_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
    await new Promise<void>((resolve) => server.close(() => resolve()));
    if (free) return port;
  }
}
