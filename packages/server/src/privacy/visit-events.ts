import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import type { HeldVisit } from "./people-search.ts";

export interface VisitEvent {
  readonly at: Date;
  readonly type: string;
  /** `staff:12`, `visitor`. */
  readonly by: string;
}

const MOST_EVENTS = 500;

/** What happened to one ticket, oldest first, from the shop's log. */
export async function visitEvents(
  db: Kysely<Database>,
  tenantId: number,
  { shopId, ticketId, joinedAt, endedAt }: HeldVisit,
): Promise<readonly VisitEvent[]> {
  return await inTenant(db, tenantId, async (trx) => {
    const answer = await sql<VisitEvent>`
      select at, type, concat_ws(':', actor->>'kind', actor->>'id') as by
      from events where shop_id = ${shopId} and tenant_id = ${tenantId} and at >= ${joinedAt}
        and at <= coalesce(${endedAt}::timestamptz, 'infinity') and body->>'ticketId' = ${ticketId}
      order by at, seq limit ${MOST_EVENTS}`.execute(trx);
    return answer.rows;
  });
}
