import { type Kysely, sql } from "kysely";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

export interface EraseNeeds {
  readonly db: Kysely<Database>;
  readonly runtime: Pick<ShopRuntime, "peopleErased">;
}

/** What somebody came by. */
export interface Visits {
  readonly tickets: readonly string[];
  readonly appointments: readonly number[];
}

/**
 * Lets go of whose these are, on every node. Tickets and appointments themselves stay, open ones with their place. A
 * ticket and the appointment it was checked in from are one visit: whoever asks for one of them is gone from both.
 */
export async function erasePeople(
  { db, runtime }: EraseNeeds,
  tenantId: number,
  { tickets = [], appointments = [] }: Partial<Visits>,
): Promise<Visits> {
  const erased = await inTenant(db, tenantId, async (trx) => {
    const visitors = await sql<{ ticket_id: string }>`delete from visitors
      where tenant_id = ${tenantId} and ticket_id in (
        select unnest(${tickets}::uuid[]) union
        select (a.body->>'ticketId')::uuid from appointments a
          where a.tenant_id = ${tenantId} and a.id = any(${appointments}::integer[]))
      returning ticket_id`.execute(trx);
    const bookers = await sql<{ appointment_id: number }>`delete from bookers
      where tenant_id = ${tenantId} and appointment_id in (
        select unnest(${appointments}::integer[]) union
        select (k.body->>'appointmentId')::integer from tickets k
          where k.tenant_id = ${tenantId} and k.id = any(${tickets}::uuid[]))
      returning appointment_id`.execute(trx);
    return {
      tickets: visitors.rows.map((row) => row.ticket_id),
      appointments: bookers.rows.map((row) => row.appointment_id),
    };
  });
  if (erased.tickets.length + erased.appointments.length > 0) await runtime.peopleErased(tenantId);
  return erased;
}
