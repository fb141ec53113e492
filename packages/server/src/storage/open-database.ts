import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Logger } from "pino";
import { checkServer } from "./check-server.ts";
import { errorCode } from "./error-code.ts";
import { migrate } from "./migrate.ts";
import { numberTypes } from "./number-types.ts";
import type { Database } from "./schema.ts";
import { UnusableDatabase } from "./unusable-database.ts";

export interface DatabaseConfig {
  readonly connectionString: string;
  readonly log: Logger;
  /** Most connections of this node; 10 unless told. */
  readonly maxConnections?: number;
}

export interface OpenDatabase extends AsyncDisposable {
  readonly pool: pg.Pool;
  /** On the same pool. */
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}

const STATEMENT_TIMEOUT_MS = 8_000;
/** Longer than the server's own, for a server that no longer answers at all. */
const QUERY_TIMEOUT_MS = 10_000;
/** A node frozen in the middle of a transaction must not hold a shop's lock. */
const IDLE_IN_TRANSACTION_MS = 2_000;

/** Checks the server, brings its tables up to date and opens this node's bounded pool. */
export async function openDatabase(config: DatabaseConfig): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString: config.connectionString,
    pipeline: true,
    max: config.maxConnections ?? 10,
    application_name: "callnext",
    types: numberTypes,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  // Without listeners the process dies when the database closes a connection: the pool's for one that is
  // idle, the connection's own for one in use, whose query fails with the same error.
  pool.on("error", (error) => config.log.warn({ err: error }, "a database connection was lost"));
  pool.on("connect", (client) => {
    client.on("error", (error) => config.log.debug({ err: error }, "a database connection failed in use"));
  });
  const close = (): Promise<void> => (pool.ended || pool.ending ? Promise.resolve() : pool.end());
  try {
    await checkServer(pool);
    await migrate(config.connectionString, config.log);
  } catch (error) {
    await close();
    if (error instanceof UnusableDatabase) throw error;
    throw new UnusableDatabase(`The database cannot be used: ${describe(error)}`, { cause: error });
  }
  return {
    pool,
    db: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function describe(error: unknown): string {
  const code = errorCode(error);
  const message = error instanceof Error && error.message !== "" ? error.message : "no connection";
  return code === undefined ? message : `${message} (${code})`;
}
