import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import type { HeldAppointment } from "./appointments-search.ts";
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
  const about = sql`body->>'ticketId' = ${ticketId}`;
  return await eventsAbout(db, tenantId, { shopId, from: joinedAt, until: endedAt, about });
}

/** What happened to one appointment, likewise. */
export async function appointmentEvents(
  db: Kysely<Database>,
  tenantId: number,
  { shopId, id, bookedAt }: HeldAppointment,
): Promise<readonly VisitEvent[]> {
  const about = sql`body->>'appointmentId' = ${String(id)}`;
  return await eventsAbout(db, tenantId, { shopId, from: bookedAt, until: null, about });
}

interface About {
  readonly shopId: number;
  readonly from: Date;
  readonly until: Date | null;
  readonly about: RawBuilder<unknown>;
}

async function eventsAbout(
  db: Kysely<Database>,
  tenantId: number,
  { shopId, from, until, about }: About,
): Promise<readonly VisitEvent[]> {
  return await inTenant(db, tenantId, async (trx) => {
    const answer = await sql<VisitEvent>`
      select at, type, concat_ws(':', actor->>'kind', actor->>'id') as by
      from events where shop_id = ${shopId} and tenant_id = ${tenantId} and at >= ${from}
        and at <= coalesce(${until}::timestamptz, 'infinity') and ${about}
      order by at, seq limit ${MOST_EVENTS}`.execute(trx);
    return answer.rows;
  });
}
