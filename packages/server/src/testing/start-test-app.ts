import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Logger, pino } from "pino";
import { createApp, type RunningApp } from "../app.ts";
import type { Config } from "../config/config.ts";
import { readConfig } from "../config/read-config.ts";
import type { HttpOptions } from "../http/build-http.ts";
import { openTestDatabase } from "../storage/testing/test-database.ts";

export interface TestAppOptions {
  /** Filled with the demo (the default) or empty. */
  readonly demo?: boolean;
  readonly config?: Partial<Config>;
  readonly log?: Logger;
  /** Holds the built screens; none unless told. */
  readonly webDirectory?: string;
  /** Of the demo's simulation: 1 is life-like, less is faster. */
  readonly simulationPace?: number;
  readonly now?: () => number;
  /** How long a request may take to come in, and how many may come. */
  readonly shell?: Pick<HttpOptions, "headersWithinMs" | "requestWithinMs" | "rates">;
}

export interface TestApp extends AsyncDisposable {
  readonly app: RunningApp;
  readonly connectionString: string;
  readonly config: Config;
}

/** The password of the demo's accounts in every test. */
export const TEST_PASSWORD = "a test's own password";

/** The whole system in this process: a fresh database on a real PostgreSQL, a free port of the loopback. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await openTestDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), "callnext-app-"));
  stack.defer(() => rm(dataDir, { recursive: true, force: true }));
  const read = readConfig({ CALLNEXT_DEMO_PASSWORD: TEST_PASSWORD, CALLNEXT_RATE_LIMITS: "off" });
  if (!read.ok) throw new Error(read.message);
  const config: Config = {
    ...read.config,
    port: 0,
    host: "127.0.0.1",
    databaseUrl: database.connectionString,
    dataDir,
    demo: options.demo ?? true,
    ...options.config,
  };
  const app = stack.use(
    await createApp(config, {
      log: options.log ?? pino({ level: "silent" }),
      webDirectory: options.webDirectory ?? join(dataDir, "no-screens"),
      checkAnswers: true,
      ...options.shell,
      ...(options.simulationPace === undefined ? {} : { simulationPace: options.simulationPace }),
      ...(options.now === undefined ? {} : { now: options.now }),
    }),
  );
  const running = stack.move();
  const { connectionString } = database;
  return { app, connectionString, config, [Symbol.asyncDispose]: () => running.disposeAsync() };
}
