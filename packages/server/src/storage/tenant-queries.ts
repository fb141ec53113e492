import type pg from "pg";
import type { QueryConfig, QueryResult, QueryResultRow } from "pg";

/** Begins a transaction as this tenant's; to be sent in one go with what follows it. */
export function beginAs(client: pg.ClientBase, tenantId: number): Promise<unknown> {
  if (!Number.isSafeInteger(tenantId)) throw new RangeError(`no tenant has the id ${tenantId}`);
  return client.query(`begin; set local app.tenant = '${tenantId}'`);
}

/** One query as this tenant's, in a transaction of its own and one round trip: `inTenant` on pipelined pg. */
export async function queryInTenant<Row extends QueryResultRow>(
  pool: pg.Pool,
  tenantId: number,
  query: QueryConfig,
): Promise<QueryResult<Row>> {
  const client = await pool.connect();
  try {
    const [begun, asked, ended] = await Promise.allSettled([
      beginAs(client, tenantId),
      client.query<Row>(query),
      client.query("commit"),
    ]);
    if (begun.status === "rejected") throw begun.reason;
    if (asked.status === "rejected") throw asked.reason;
    if (ended.status === "rejected") throw ended.reason;
    return asked.value;
  } finally {
    // A connection left inside a transaction, or broken, is of no more use.
    client.release(client.getTransactionStatus() !== "I");
  }
}

/** The pool as one tenant may use it. */
export function tenantQueries(pool: pg.Pool, tenantId: number): TenantQueries {
  return { query: (query) => queryInTenant(pool, tenantId, query) };
}

export interface TenantQueries {
  query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>>;
}
