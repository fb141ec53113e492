import { type Kysely, sql } from "kysely";
import type { Database } from "./schema.ts";

/** A service id nobody has: service ids are unique per server. */
export async function nextServiceId(db: Kysely<Database>): Promise<number> {
  const answer = await sql<{ id: number }>`select nextval('service_ids') as id`.execute(db);
  const id = answer.rows[0]?.id;
  if (id === undefined) throw new Error("nextval always answers");
  return id;
}
