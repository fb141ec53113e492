import type { QueryConfig, QueryResult, QueryResultRow } from "pg";

/** What a query is asked of: one of a pool's connections, or a tenant's side of the pool. */
export interface Queryable {
  query<Row extends QueryResultRow>(query: QueryConfig): Promise<QueryResult<Row>>;
}
