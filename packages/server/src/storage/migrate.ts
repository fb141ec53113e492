import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import type { Logger } from "pino";
import { migrations } from "./migrations/all.ts";

/** Brings the database to this version's tables. The migrator's lock lets any number of nodes start at once. */
export async function migrate(connectionString: string, log: Logger): Promise<void> {
  // A pool of its own: waiting for another node's migration must not hit the server's statement timeout.
  const pool = new pg.Pool({ connectionString, max: 2, application_name: "callnext migration" });
  pool.on("error", (error) => log.warn({ err: error }, "a migration's connection was lost"));
  // One that is in use has no other listener: without it the process would die instead of failing to start.
  pool.on("connect", (client) => {
    client.on("error", (error) => log.debug({ err: error }, "a migration's connection failed in use"));
  });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { error, results } = await new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    }).migrateToLatest();
    if (error !== undefined) throw error;
    for (const result of results ?? []) log.info({ migration: result.migrationName }, "migrated");
  } finally {
    await db.destroy();
    if (!pool.ended) await pool.end();
  }
}
