import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

const AT_ONCE = 500;

/**
 * When a visit was over. A ticket that nobody ever closed counts from when it was issued, or its visitor would
 * stay for ever.
 */
const over = sql<Date>`coalesce(k.ended_at, k.joined_at)`;

/** Of an appointment: when it would have been over, or when it was cancelled. */
const appointmentOver = sql<Date>`case a.status when 'cancelled' then a.updated_at else a.ends_at end`;

/** Of a place on a waiting list: when the last day was over on which they could come, in every zone. */
const waitOver = sql<Date>`(w.until_date::date + 2)::timestamp at time zone 'UTC'`;
const stillHeld = sql<boolean>`coalesce(w.full_name, w.phone, w.email) is not null`;

/** One piece each: how many were erased by it. */
const PIECES = [
  (tenantId: number, cutoff: Date) => sql`delete from visitors where ticket_id in (
    select v.ticket_id from visitors v join tickets k on k.id = v.ticket_id
    where v.tenant_id = ${tenantId} and ${over} < ${cutoff} limit ${AT_ONCE})`,
  (tenantId: number, cutoff: Date) => sql`delete from bookers where appointment_id in (
    select b.appointment_id from bookers b join appointments a on a.id = b.appointment_id
    where b.tenant_id = ${tenantId} and ${appointmentOver} < ${cutoff} limit ${AT_ONCE})`,
  // Usually done the day after by the waiting list itself, which rests while an organisation is suspended.
  (tenantId: number, cutoff: Date) => sql`update waiting_list
    set status = 'over', full_name = null, phone = null, email = null where id in (
    select w.id from waiting_list w
    where w.tenant_id = ${tenantId} and ${stillHeld} and ${waitOver} < ${cutoff} limit ${AT_ONCE})`,
] as const;

/**
 * Erases who the visitors were whose visits were over before `cutoff`, in pieces that each commit alone: what a run
 * that is cut off has erased stays erased. Gives how many, up to when `isLate` says so.
 */
export async function eraseOld(
  db: Kysely<Database>,
  tenantId: number,
  cutoff: Date,
  isLate: () => boolean,
): Promise<number> {
  let erased = 0;
  for (const piece of PIECES) {
    for (let gone = AT_ONCE; gone === AT_ONCE;) {
      gone = await inTenant(db, tenantId, async (trx) =>
        Number((await piece(tenantId, cutoff).execute(trx)).numAffectedRows ?? 0),
      );
      erased += gone;
      if (isLate()) return erased;
    }
  }
  return erased;
}

/** Of the visits of which it is still held whose they were, the earliest end; null where nothing is held. */
export async function oldestHeld(db: Kysely<Database>, tenantId: number): Promise<Date | null> {
  return await inTenant(db, tenantId, async (trx) => {
    const answer = await sql<{ oldest: Date | null }>`select least(
      (select min(${over}) from visitors v join tickets k on k.id = v.ticket_id where v.tenant_id = ${tenantId}),
      (select min(${appointmentOver}) from bookers b join appointments a on a.id = b.appointment_id
        where b.tenant_id = ${tenantId}),
      (select min(${waitOver}) from waiting_list w where w.tenant_id = ${tenantId} and ${stillHeld})) as oldest`.execute(
      trx,
    );
    return answer.rows[0]?.oldest ?? null;
  });
}
