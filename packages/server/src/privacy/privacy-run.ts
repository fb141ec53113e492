import { type Kysely, type Selectable, sql } from "kysely";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { eraseOld, oldestHeld } from "./erase-old.ts";

export type PrivacyRun = Selectable<Database["privacy_runs"]>;

export interface PrivacyNeeds {
  readonly db: Kysely<Database>;
  readonly runtime: Pick<ShopRuntime, "peopleErased">;
  readonly now: () => number;
}

const DAY_MS = 86_400_000;
const KEPT_RUNS_DAYS = 90;
const RUN_WITHIN_MS = 60_000;
const PRUNED_AT_ONCE = 2_000;

/**
 * Erases what one organisation no longer needs to know, and writes down what came of it. The record is begun
 * before, so that a run that was cut off shows as one.
 */
export async function runPrivacy(needs: PrivacyNeeds, tenantId: number): Promise<PrivacyRun> {
  const { db, runtime, now } = needs;
  const started = now();
  const isLate = (): boolean => now() - started > RUN_WITHIN_MS;
  const { retention_days, audit_days } = await settingsOf(db, tenantId);
  const cutoff = new Date(started - retention_days * DAY_MS);
  const id = await begin(db, {
    tenant_id: tenantId,
    started_at: new Date(started),
    finished_at: null,
    cutoff,
    retention_days,
    oldest_left: null,
    verified: null,
  });
  const erased = await eraseOld(db, tenantId, cutoff, isLate);
  if (erased > 0) await runtime.peopleErased(tenantId);
  const auditPruned = await pruneAudit(db, tenantId, new Date(started - audit_days * DAY_MS), isLate);
  const oldest = await oldestHeld(db, tenantId);
  return await inTenant(db, tenantId, (trx) =>
    trx
      .updateTable("privacy_runs")
      .set({
        finished_at: new Date(now()),
        erased,
        audit_pruned: auditPruned,
        oldest_left: oldest,
        verified: oldest === null || oldest >= cutoff,
      })
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirstOrThrow(),
  );
}

/** Lets go of the oldest entries of a chain, the anchor moving with them. */
export async function pruneAudit(
  db: Kysely<Database>,
  tenantId: number | null,
  before: Date,
  isLate: () => boolean,
): Promise<number> {
  for (let pruned = 0; ;) {
    const answer = await sql<{ gone: number }>`
      select audit_prune(${tenantId}::integer, ${before}, ${PRUNED_AT_ONCE}) as gone`.execute(db);
    const gone = answer.rows[0]?.gone ?? 0;
    pruned += gone;
    if (gone === 0 || isLate()) return pruned;
  }
}

async function settingsOf(db: Kysely<Database>, tenantId: number) {
  return await inTenant(db, tenantId, (trx) =>
    trx
      .selectFrom("tenants")
      .select(["retention_days", "audit_days"])
      .where("id", "=", tenantId)
      .executeTakeFirstOrThrow(),
  );
}

type NewRun = Omit<PrivacyRun, "id" | "erased" | "audit_pruned">;

async function begin(db: Kysely<Database>, run: NewRun): Promise<number> {
  return await inTenant(db, run.tenant_id, async (trx) => {
    const old = new Date(run.started_at.getTime() - KEPT_RUNS_DAYS * DAY_MS);
    await trx
      .deleteFrom("privacy_runs")
      .where("tenant_id", "=", run.tenant_id)
      .where("started_at", "<", old)
      .execute();
    const row = await trx.insertInto("privacy_runs").values(run).returning("id").executeTakeFirstOrThrow();
    return row.id;
  });
}
