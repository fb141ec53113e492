import { type Kysely, type Transaction, sql } from "kysely";
import type { Database } from "./schema.ts";

/**
 * Runs the queries of `work` as this tenant's: row-level security shows and takes rows of no other. The tenant
 * holds for one transaction, so that a connection that goes back to the pool carries nobody's rights. Within a
 * transaction already under way it becomes that one's tenant.
 */
export function inTenant<Result>(
  db: Kysely<Database>,
  tenantId: number,
  work: (trx: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  const scoped = async (trx: Transaction<Database>): Promise<Result> => {
    await sql`select set_config('app.tenant', ${String(tenantId)}, true)`.execute(trx);
    return await work(trx);
  };
  return isTransaction(db) ? scoped(db) : db.transaction().execute(scoped);
}

function isTransaction(db: Kysely<Database>): db is Transaction<Database> {
  return db.isTransaction;
}
