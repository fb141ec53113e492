import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Logger } from "pino";
import { createPostgresBus } from "./bus/postgres-bus.ts";
import { createKeyedOnce } from "./commands/keyed-once.ts";
import type { Config } from "./config/config.ts";
import { openDemo } from "./demo/open-demo.ts";
import { buildHttp } from "./http/build-http.ts";
import { httpCloser } from "./http/close-http.ts";
import type { Context } from "./http/core/context.ts";
import { listen } from "./http/listen.ts";
import { createMetrics } from "./metrics/create-metrics.ts";
import { openPeople } from "./people/open-people.ts";
import { secretFile } from "./people/secret-file.ts";
import { newSecret } from "./people/signing-key.ts";
import { openRuntime } from "./shops/open-runtime.ts";
import { startEmbedded } from "./storage/embedded/start-embedded.ts";
import { databaseAnswers } from "./storage/database-answers.ts";
import { openDatabase } from "./storage/open-database.ts";
import { Boards } from "./stream/boards/boards.ts";
import { systemTimers } from "./stream/system-timers.ts";
import { openSockets, toSocketSession } from "./ws/open-sockets.ts";
import type { AttachedSockets } from "./ws/socket-dependencies.ts";
import { createSocketTickets } from "./ws/socket-tickets.ts";

export interface AppDependencies {
  readonly log: Logger;
  /** Holds the built screens. */
  readonly webDirectory: string;
  /** Check every answer against its schema; for tests. */
  readonly checkAnswers?: boolean;
  /** Of the demo's simulation: 1 unless told, less is faster. */
  readonly simulationPace?: number;
  /** In place of the machine's clock and the database's, for tests and demonstrations. */
  readonly now?: () => number;
}

export interface RunningApp extends AsyncDisposable {
  /** Where it listens, as a URL of this machine. */
  readonly address: string;
  readonly port: number;
  /** Of the demo's accounts; null where there is no demo. */
  readonly demoPassword: string | null;
  /** The link by which an empty server gets its first administrator, or null. */
  readonly setupPath: string | null;
}

/** Starts everything in order; what was started is stopped in the opposite order. */
export async function createApp(config: Config, dependencies: AppDependencies): Promise<RunningApp> {
  await using stack = new AsyncDisposableStack();
  const { log } = dependencies;
  const now = dependencies.now ?? Date.now;
  const embedded =
    config.databaseUrl === null ? stack.use(await startEmbedded({ dataDir: config.dataDir, log })) : null;
  const connectionString = config.databaseUrl ?? embedded?.connectionString ?? "";
  const database = stack.use(await openDatabase({ connectionString, log }));
  if (config.redisUrl !== null)
    log.warn("REDIS_URL is set; this version carries its hints by PostgreSQL alone");
  const secret = config.secret ?? (await secretFile(join(config.dataDir, "secret"), newSecret));
  const metrics = createMetrics();
  const bus = stack.use(createPostgresBus({ pool: database.pool, connectionString, log }));
  const runtime = stack.use(openRuntime(dependencies, database, bus, metrics));
  const people = await openPeople(database, secret, now);
  const tickets = createSocketTickets(systemTimers);
  const address = { current: "" };
  const demo = await openDemo({
    db: database.db,
    runtime,
    ...people,
    config,
    log,
    pace: dependencies.simulationPace ?? 1,
    address: () => address.current,
  });
  const sockets: { current: AttachedSockets | null } = { current: null };
  const context: Context = {
    config,
    log,
    metrics,
    runtime,
    db: database.db,
    ...people,
    keyedOnce: createKeyedOnce(database.db),
    boards: stack.use(new Boards({ timers: systemTimers, incarnation: randomUUID(), notes: bus })),
    demo,
    socketTicket: (session) => tickets.issue(toSocketSession(session)),
    endSockets: (userId, sessionId) => sockets.current?.endSessions(userId, sessionId),
    databaseAnswers: (withinMs) => databaseAnswers(database, withinMs),
    now,
    newId: randomUUID,
  };
  const { webDirectory, checkAnswers = false } = dependencies;
  const app = await buildHttp(context, { webDirectory, checkAnswers });
  stack.defer(httpCloser(app.server, () => app.close()));
  sockets.current = openSockets(context, tickets, app.server);
  stack.defer(async () => sockets.current?.close());
  stack.defer(async () => demo?.simulations.stopAll());
  const listening = await listen(app, config);
  address.current = listening.address;
  const setupPath = (await people.setup.needed()) ? `/setup#${await people.setup.newCode()}` : null;
  const running = stack.move();
  return {
    ...listening,
    demoPassword: demo?.password ?? null,
    setupPath,
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
