import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";

/** Other organisations, or the whole server, trust this account: what opens it is not this one's to change. */
export async function worksElsewhere(
  db: Kysely<Database>,
  tenantId: number,
  userId: string,
): Promise<boolean> {
  const { rows } = await sql<{ readonly elsewhere: boolean }>`
    select works_elsewhere(${userId}, ${tenantId})
      or exists (select from operators where user_id = ${userId}) as elsewhere`.execute(db);
  return rows[0]?.elsewhere !== false;
}
