import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Logger } from "pino";
import { asOwner, type OwnerWork } from "./as-owner.ts";
import { checkServer } from "./check-server.ts";
import { errorCode } from "./error-code.ts";
import { migrate } from "./migrate.ts";
import { numberTypes } from "./number-types.ts";
import { type AppLogin, givenLogin, openAppLogin } from "./roles/app-login.ts";
import { checkAppRole } from "./roles/check-app-role.ts";
import type { Database } from "./schema.ts";
import { UnusableDatabase } from "./unusable-database.ts";
import { raiseWall } from "./wall/raise-wall.ts";

export interface DatabaseConfig {
  /** The owner's address, or that of the server's own role where `ownerConnectionString` is given. */
  readonly connectionString: string;
  /** Whose role owns the tables and brings them up to date. */
  readonly ownerConnectionString?: string | null;
  readonly log: Logger;
  /** Most connections of this node; 10 unless told. */
  readonly maxConnections?: number;
}

export interface OpenDatabase extends AsyncDisposable {
  /** Under row-level security: a tenant's rows are seen in that tenant's transactions only (`tenant-scope.ts`). */
  readonly pool: pg.Pool;
  /** On the same pool. */
  readonly db: Kysely<Database>;
  /** How the server's own role gets in. */
  readonly appConnectionString: string;
  /** How the owner does; the jobs' own tables are its alone. */
  readonly ownerConnectionString: string;
  /** For changes of tables: on a connection of the owner's that is closed afterwards. */
  readonly asOwner: <Result>(work: OwnerWork<Result>) => Promise<Result>;
  close(): Promise<void>;
}

const STATEMENT_TIMEOUT_MS = 8_000;
/** Longer than the server's own, for a server that no longer answers at all. */
const QUERY_TIMEOUT_MS = 10_000;
/** A node frozen in the middle of a transaction must not hold a shop's lock. */
const IDLE_IN_TRANSACTION_MS = 2_000;

/** Checks the server, brings its tables up to date, and opens this node's bounded pool as the server's own role. */
export async function openDatabase(config: DatabaseConfig): Promise<OpenDatabase> {
  const owner = config.ownerConnectionString ?? config.connectionString;
  const { connectionString } = await named(() => prepare(config, owner));
  const pool = new pg.Pool({
    connectionString,
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
    await named(() => checkAppRole(pool));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    pool,
    db: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    appConnectionString: connectionString,
    ownerConnectionString: owner,
    asOwner: (work) => asOwner(owner, work),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** What the owner does at each start; gives the login of the server's own role. */
async function prepare(config: DatabaseConfig, owner: string): Promise<AppLogin> {
  await asOwner(owner, ({ client }) => checkServer(client));
  await migrate(owner, config.log);
  return await asOwner(owner, async ({ client }) => {
    const isGiven = (config.ownerConnectionString ?? null) !== null;
    const login = await (isGiven ? givenLogin : openAppLogin)(client, config.connectionString);
    await raiseWall(client, login.role);
    return login;
  });
}

/** Any failure as one line for the person who starts the server. */
async function named<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnusableDatabase) throw error;
    throw new UnusableDatabase(`The database cannot be used: ${describe(error)}`, { cause: error });
  }
}

function describe(error: unknown): string {
  const code = errorCode(error);
  const message = error instanceof Error && error.message !== "" ? error.message : "no connection";
  return code === undefined ? message : `${message} (${code})`;
}
