import pg from "pg";
import { PgBoss } from "pg-boss";
import type { Logger } from "pino";

/** Who carries jobs out; their own tables lie in the schema `pgboss`, which only the database's owner reaches. */
export interface Boss extends AsyncDisposable {
  /** One that waits already, or is at work, is not given a second time. */
  give(ids: readonly Job[]): Promise<void>;
}

/** References only. */
export interface Job {
  readonly tenantId: number;
  readonly id: string;
}

export interface BossOptions {
  readonly ownerConnectionString: string;
  readonly log: Logger;
  readonly carryOut: (job: Job) => Promise<void>;
}

const QUEUE = "messages";
/** One organisation's slow provider holds up a worker, not all of them. */
const WORKERS = 3;
const AT_ONCE = 5;
/** Longer than any way of sending takes. */
const EXPIRES_S = 120;
const STOP_WITHIN_MS = 20_000;

/** pg-boss on connections of the owner's: it brings its tables up to date by itself, any node may. */
export async function openBoss({ ownerConnectionString, log, carryOut }: BossOptions): Promise<Boss> {
  const pool = new pg.Pool({
    connectionString: ownerConnectionString,
    max: 2,
    application_name: "callnext jobs",
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
  });
  pool.on("error", (error) => log.debug({ err: error }, "a connection of the jobs was lost"));
  pool.on("connect", (client) => client.on("error", () => undefined));
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: "pgboss",
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  // The database may be gone for a while; what was to be sent waits in our own table.
  boss.on("error", (error) => log.debug({ err: error }, "the jobs could not go on"));
  try {
    await boss.start();
    await boss.createQueue(QUEUE, {
      policy: "exclusive",
      retryLimit: 0,
      expireInSeconds: EXPIRES_S,
      retentionSeconds: 3_600,
      deleteAfterSeconds: 3_600,
    });
    await boss.work<Job>(
      QUEUE,
      { localConcurrency: WORKERS, batchSize: AT_ONCE, pollingIntervalSeconds: 1, burstWhenBatchFull: true },
      async (jobs) => {
        await Promise.all(jobs.map(({ data }) => carryOut(data)));
      },
    );
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    async give(jobs) {
      if (jobs.length === 0) return;
      await boss.insert(
        QUEUE,
        jobs.map((job) => ({ data: job, singletonKey: job.id })),
      );
    },
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: true, close: false, timeout: STOP_WITHIN_MS });
      await pool.end();
    },
  };
}
