import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { entryOf, type WaitingRow } from "../waiting-list/waiting-row.ts";
import type { WaitingEntry } from "../waiting-list/waiting-entry.ts";
import type { PersonKey } from "./people-search.ts";

/** Somebody's place on a waiting list; whose it is, is held only while they wait. */
export interface HeldWaiting {
  readonly entry: WaitingEntry;
  readonly shopName: string;
}

type WaitingKey = PersonKey | { readonly waiting_ids: readonly string[] };

/** The organisation's entries of exactly this phone number or address; newest first. */
export async function findWaiting(
  db: Kysely<Database>,
  tenantId: number,
  key: WaitingKey,
  most: number,
): Promise<readonly HeldWaiting[]> {
  const which = condition(key);
  if (which === null) return [];
  return await inTenant(db, tenantId, async (trx) => {
    const answer = await sql<WaitingRow & { shop_name: string }>`
      select w.*, s.body->>'name' as shop_name from waiting_list w join shops s on s.id = w.shop_id
      where w.tenant_id = ${tenantId} and ${which} order by w.created_at desc, w.id limit ${most}`.execute(
      trx,
    );
    return answer.rows.map((row) => ({ entry: entryOf(row), shopName: row.shop_name }));
  });
}

/** Tickets do not come from a waiting list. */
function condition(key: WaitingKey) {
  if ("phone" in key) return sql`w.phone = ${key.phone}`;
  if ("email" in key) return sql`lower(w.email) = lower(${key.email})`;
  return "waiting_ids" in key ? sql`w.id = any(${key.waiting_ids}::uuid[])` : null;
}
