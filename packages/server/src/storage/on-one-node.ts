import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

/**
 * Does the work unless another node is at it; undefined then. `lock` is any 64-bit number no other work uses. The lock
 * lies on a connection of its own: whatever happens to the node, it ends with it.
 */
export async function onOneNode<Result>(
  db: Kysely<Database>,
  lock: number,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  return await db.connection().execute(async (connection) => {
    const answer = await sql<{ got: boolean }>`select pg_try_advisory_lock(${lock}) as got`.execute(
      connection,
    );
    if (answer.rows[0]?.got !== true) return undefined;
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${lock})`.execute(connection);
    }
  });
}
