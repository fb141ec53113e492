import type { Logger } from "pino";
import { startDailyBackups } from "./backup/daily-backups.ts";
import type { Bus } from "./bus/bus.ts";
import { openBus } from "./bus/open-bus.ts";
import type { Config } from "./config/config.ts";
import { createMetrics, type Metrics } from "./metrics/create-metrics.ts";
import { type KeyRing, openKeyRing } from "./people/key-ring.ts";
import { openSecrets } from "./people/open-secrets.ts";
import { startPrivacyJob } from "./privacy/privacy-job.ts";
import { createDayStarts, type DayStarts } from "./records/day-starts.ts";
import { openRuntime } from "./shops/open-runtime.ts";
import type { ShopRuntime } from "./shops/shop-runtime.ts";
import { startEmbedded } from "./storage/embedded/start-embedded.ts";
import { type OpenDatabase, openDatabase } from "./storage/open-database.ts";
import { ForecastingRuntime } from "./waits/forecasting-runtime.ts";
import { startWaitJob, type WaitJob } from "./waits/wait-job.ts";
import { createWaitLog } from "./waits/wait-log.ts";

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
  readonly dayStarts: DayStarts;
  readonly waitJob: WaitJob;
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
  const bus = stack.use(openBus(config, database, metrics, log));
  const shops = stack.use(openRuntime(dependencies, database, bus, metrics));
  const dayStarts = createDayStarts(database.pool, shops);
  const waits = createWaitLog(database.db, now);
  const forecasting = { dayStarts, waits, log, now };
  const runtime = stack.use(new ForecastingRuntime(shops, forecasting));
  const waitJob = stack.use(startWaitJob({ ...forecasting, db: database.db, runtime: shops }));
  stack.use(startPrivacyJob({ db: database.db, runtime, log, now }));
  const keys = stack.use(await openKeyRing({ db: database.db, secrets, log, now }));
  if (config.backupDir !== null)
    stack.use(
      startDailyBackups({ database, directory: config.backupDir, keep: config.backupsKept, log, now }),
    );
  return { log, now, database, metrics, bus, runtime, dayStarts, waitJob, keys };
}
