import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

const AT_ONCE = 500;

/**
 * When a visit was over. A ticket that nobody ever closed counts from when it was issued, or its visitor would
 * stay for ever.
 */
const over = sql<Date>`coalesce(k.ended_at, k.joined_at)`;

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
  for (let erased = 0; ;) {
    const gone = await inTenant(db, tenantId, async (trx) => {
      const answer = await sql`delete from visitors where ticket_id in (
        select v.ticket_id from visitors v join tickets k on k.id = v.ticket_id
        where v.tenant_id = ${tenantId} and ${over} < ${cutoff} limit ${AT_ONCE})`.execute(trx);
      return Number(answer.numAffectedRows ?? 0);
    });
    erased += gone;
    if (gone < AT_ONCE || isLate()) return erased;
  }
}

/** Of the visits of which it is still held whose they were, the earliest end; null where nothing is held. */
export async function oldestHeld(db: Kysely<Database>, tenantId: number): Promise<Date | null> {
  return await inTenant(db, tenantId, async (trx) => {
    const answer = await sql<{ oldest: Date | null }>`select min(${over}) as oldest
      from visitors v join tickets k on k.id = v.ticket_id where v.tenant_id = ${tenantId}`.execute(trx);
    return answer.rows[0]?.oldest ?? null;
  });
}
