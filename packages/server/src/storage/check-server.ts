import type pg from "pg";
import { UnusableDatabase } from "./unusable-database.ts";

const OLDEST = 150_000;

/** Refuses a server on which an acknowledged command could be lost, or that is too old for our statements. */
export async function checkServer(database: Pick<pg.ClientBase, "query">): Promise<void> {
  const answer = await database.query<Record<string, string>>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as version,
      current_setting('fsync') as fsync, current_setting('full_page_writes') as full_page_writes,
      current_setting('synchronous_commit') as synchronous_commit`,
  );
  const found = answer.rows[0] ?? {};
  if (Number(found["number"]) < OLDEST) {
    throw new UnusableDatabase(`The database is PostgreSQL ${found["version"]}; Callnext needs 15 or newer.`);
  }
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"]) {
    if (found[setting] !== "off") continue;
    throw new UnusableDatabase(
      `The database runs with ${setting}=off and could lose calls in a crash: switch it on (ALTER SYSTEM SET ${setting} = on; SELECT pg_reload_conf();).`,
    );
  }
}
