import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";

/** Numbers that people may hold in their hands and that the restored queue does not know. */
export interface NumbersLost {
  readonly shop: string;
  readonly queue: string;
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

const MOST_QUEUES = 200;

/** A ticket checked in before its booked time has the seniority of that time. */
const issuedAt = sql`least(k.joined_at, to_timestamp((k.body->>'issuedAt')::bigint / 1000.0))`;

/** What was handed out after the backup, per queue, in the database that is about to be replaced. */
export async function numbersLost(db: Kysely<Database>, since: Date): Promise<readonly NumbersLost[]> {
  const { rows } = await sql<NumbersLost>`
    select s.slug as shop, q.body->>'name' as queue,
      (array_agg(k.number order by k.joined_at, k.number))[1] as first,
      (array_agg(k.number order by k.joined_at desc, k.number desc))[1] as last, count(*)::integer as count
    from tickets k join shops s on s.id = k.shop_id
      join queues q on q.id = k.body->>'issuedQueueId'
    where ${issuedAt} > ${since} group by 1, 2 order by 1, 2 limit ${MOST_QUEUES}`.execute(db);
  return rows;
}
