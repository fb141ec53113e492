import type { Logger } from "pino";
import { startDailyBackups } from "./backup/daily-backups.ts";
import { createPostgresBus } from "./bus/postgres-bus.ts";
import type { Bus } from "./bus/bus.ts";
import type { Config } from "./config/config.ts";
import { createMetrics, type Metrics } from "./metrics/create-metrics.ts";
import { type KeyRing, openKeyRing } from "./people/key-ring.ts";
import { openSecrets } from "./people/open-secrets.ts";
import { startPrivacyJob } from "./privacy/privacy-job.ts";
import { openRuntime } from "./shops/open-runtime.ts";
import type { ShopRuntime } from "./shops/shop-runtime.ts";
import { startEmbedded } from "./storage/embedded/start-embedded.ts";
import { type OpenDatabase, openDatabase } from "./storage/open-database.ts";

export interface FoundationDependencies {
  readonly log: Logger;
  /** In place of the machine's clock and the database's, for tests and demonstrations. */
  readonly now?: () => number;
}

/** What everything else stands on: the database, what moves shops, what tells other nodes, the keys. */
export interface Foundation {
  readonly log: Logger;
  readonly now: () => number;
  readonly database: OpenDatabase;
  readonly metrics: Metrics;
  readonly bus: Bus;
  readonly runtime: ShopRuntime;
  readonly keys: KeyRing;
}

/** Opens it in order, with the jobs that need nothing more; `stack` closes it in the opposite order. */
export async function openFoundation(
  config: Config,
  dependencies: FoundationDependencies,
  stack: AsyncDisposableStack,
): Promise<Foundation> {
  const { log, now = Date.now } = dependencies;
  const embedded =
    config.databaseUrl === null ? stack.use(await startEmbedded({ dataDir: config.dataDir, log })) : null;
  const connectionString = config.databaseUrl ?? embedded?.connectionString ?? "";
  const ownerConnectionString = config.databaseOwnerUrl;
  const database = stack.use(await openDatabase({ connectionString, ownerConnectionString, log }));
  const secrets = await openSecrets(config, log);
  const metrics = createMetrics();
  const { pool, appConnectionString } = database;
  const bus = stack.use(createPostgresBus({ pool, connectionString: appConnectionString, log }));
  const runtime = stack.use(openRuntime(dependencies, database, bus, metrics));
  stack.use(startPrivacyJob({ db: database.db, runtime, log, now }));
  const keys = stack.use(await openKeyRing({ db: database.db, secrets, log, now }));
  if (config.backupDir !== null)
    stack.use(
      startDailyBackups({ database, directory: config.backupDir, keep: config.backupsKept, log, now }),
    );
  return { log, now, database, metrics, bus, runtime, keys };
}
