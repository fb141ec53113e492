import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import type { PersonKey } from "./people-search.ts";

/** A booked visit, and whose it was where that is still held. */
export interface HeldAppointment {
  readonly id: number;
  readonly shopId: number;
  readonly shopName: string;
  readonly status: string;
  /** `YYYY-MM-DD` in the shop's zone. */
  readonly day: string;
  readonly startsAt: Date;
  readonly bookedAt: Date;
  readonly appointment: object;
  readonly held: boolean;
  readonly fullName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly notes: string | null;
}

/** The organisation's appointments of exactly this phone number or address, or of these tickets; newest first. */
export async function findAppointments(
  db: Kysely<Database>,
  tenantId: number,
  key: PersonKey | { readonly appointment_ids: readonly number[] },
  most: number,
): Promise<readonly HeldAppointment[]> {
  return await inTenant(db, tenantId, async (trx) => {
    const answer = await sql<HeldAppointment>`
      select a.id, a.shop_id as "shopId", s.body->>'name' as "shopName", a.status, a.starts_at as "startsAt",
        to_char(a.starts_at at time zone (s.body->>'timeZone'), 'YYYY-MM-DD') as day,
        to_timestamp((a.body->>'bookedAt')::float8 / 1000) as "bookedAt", a.body as appointment,
        b.appointment_id is not null as held, b.full_name as "fullName", b.phone, b.email, b.notes
      from appointments a join shops s on s.id = a.shop_id left join bookers b on b.appointment_id = a.id
      where a.tenant_id = ${tenantId} and ${condition(tenantId, key)}
      order by a.starts_at desc, a.id limit ${most}`.execute(trx);
    return answer.rows;
  });
}

function condition(tenantId: number, key: PersonKey | { readonly appointment_ids: readonly number[] }) {
  if ("phone" in key) return sql`b.tenant_id = ${tenantId} and b.phone = ${key.phone}`;
  if ("email" in key) return sql`b.tenant_id = ${tenantId} and lower(b.email) = lower(${key.email})`;
  if ("appointment_ids" in key) return sql`a.id = any(${key.appointment_ids}::integer[])`;
  const which =
    "ticket_number" in key
      ? sql`k.number = ${key.ticket_number}`
      : sql`k.id = any(${key.ticket_ids}::uuid[])`;
  return sql`a.id in (select (k.body->>'appointmentId')::integer from tickets k
    where k.tenant_id = ${tenantId} and ${which})`;
}
