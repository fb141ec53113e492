import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

export type PersonKey =
  | { readonly phone: string }
  | { readonly email: string }
  | { readonly ticket_number: string }
  | { readonly ticket_ids: readonly string[] };

/** A visit, and whose it was where that is still held. */
export interface HeldVisit {
  readonly ticketId: string;
  readonly number: string;
  readonly serviceDay: string;
  readonly shopId: number;
  readonly shopName: string;
  readonly status: string;
  readonly joinedAt: Date;
  readonly endedAt: Date | null;
  readonly ticket: object;
  readonly held: boolean;
  readonly fullName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** Whoever checks in before the booked time has the seniority of that time, and was here before it. */
const issuedAt = sql`least(k.joined_at, to_timestamp((k.body->>'issuedAt')::bigint / 1000.0))`;

/** The organisation's visits of exactly this phone number, address or ticket number, newest first. */
export async function findVisits(
  db: Kysely<Database>,
  tenantId: number,
  key: PersonKey,
  most: number,
): Promise<readonly HeldVisit[]> {
  return await inTenant(db, tenantId, async (trx) => {
    const answer = await sql<HeldVisit>`
      select k.id as "ticketId", k.number, k.service_day as "serviceDay", k.shop_id as "shopId",
        s.body->>'name' as "shopName", k.status, ${issuedAt} as "joinedAt", k.ended_at as "endedAt",
        k.body as ticket, v.ticket_id is not null as held,
        v.full_name as "fullName", v.phone, v.email
      from tickets k join shops s on s.id = k.shop_id left join visitors v on v.ticket_id = k.id
      where k.tenant_id = ${tenantId} and ${condition(tenantId, key)}
      order by k.joined_at desc, k.id limit ${most}`.execute(trx);
    return answer.rows;
  });
}

function condition(tenantId: number, key: PersonKey) {
  if ("phone" in key) return sql`v.tenant_id = ${tenantId} and v.phone = ${key.phone}`;
  if ("email" in key) return sql`v.tenant_id = ${tenantId} and lower(v.email) = lower(${key.email})`;
  if ("ticket_number" in key) return sql`k.number = ${key.ticket_number}`;
  return sql`k.id = any(${key.ticket_ids}::uuid[])`;
}
