import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { numberTypes } from "./number-types.ts";
import type { Database } from "./schema.ts";

export interface Owner {
  readonly client: pg.PoolClient;
  /** On another connection. */
  readonly db: Kysely<Database>;
}

export type OwnerWork<Result> = (owner: Owner) => Promise<Result>;

/** Runs `work` on connections of their own, without the time limits of the pool: it may wait for another node. */
export async function asOwner<Result>(connectionString: string, work: OwnerWork<Result>): Promise<Result> {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    application_name: "callnext owner",
    types: numberTypes,
    connectionTimeoutMillis: 5_000,
  });
  // Whatever is under way fails with the same error.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    const client = await pool.connect();
    try {
      return await work({ client, db: new Kysely({ dialect: new PostgresDialect({ pool }) }) });
    } finally {
      // Locks that it still holds go with it.
      client.release(true);
    }
  } finally {
    await pool.end();
  }
}
