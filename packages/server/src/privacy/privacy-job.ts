import { sql } from "kysely";
import type { Logger } from "pino";
import { onOneNode } from "../storage/on-one-node.ts";
import { type PrivacyNeeds, pruneAudit, runPrivacy } from "./privacy-run.ts";

export interface PrivacyJob extends AsyncDisposable {
  /** Lets every organisation have its run that had none within the hour, unless another node is at it. */
  sweep(): Promise<void>;
}

/** Any 64-bit number no other lock uses. */
const LOCK = 4_711_000_007;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const FIRST_AFTER_MS = 60_000;
/** A little under an hour, so that the hourly timer always finds everything due. */
const DUE_AFTER_MS = 55 * 60_000;
const SWEEP_WITHIN_MS = 10 * 60_000;
const TENANTS_AT_ONCE = 100;
const PLATFORM_AUDIT_DAYS = 400;

/** Sees hourly to it that visitors' data goes when its time has come. One node of all does it. */
export function startPrivacyJob(needs: PrivacyNeeds & { readonly log: Logger }): PrivacyJob {
  const { log } = needs;
  let stopped = false;
  let last: Promise<void> = Promise.resolve();
  const sweep = (): Promise<void> => {
    const next = last.then(() =>
      stopped ? undefined : onOneNode(needs.db, LOCK, () => sweepAll(needs, () => stopped)),
    );
    last = next.catch(() => undefined);
    return next;
  };
  const tick = (): void => {
    sweep().catch((error: unknown) =>
      log.error({ err: error }, "visitors' data could not be looked through"),
    );
  };
  const first = setTimeout(tick, FIRST_AFTER_MS);
  const timer = setInterval(tick, HOUR_MS);
  return {
    sweep,
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(first);
      clearInterval(timer);
      await last;
    },
  };
}

async function sweepAll(
  needs: PrivacyNeeds & { readonly log: Logger },
  isStopped: () => boolean,
): Promise<void> {
  const { db, log, now } = needs;
  const began = now();
  const isLate = (): boolean => isStopped() || now() - began > SWEEP_WITHIN_MS;
  const tried = new Set<number>();
  while (!isLate()) {
    const answer = await sql<{ tenant_id: number }>`
      select tenant_id from privacy_due(${new Date(began - DUE_AFTER_MS)}, ${TENANTS_AT_ONCE + tried.size})`.execute(
      db,
    );
    const due = answer.rows.map((row) => row.tenant_id).filter((id) => !tried.has(id));
    if (due.length === 0) break;
    for (const tenantId of due) {
      if (isLate()) return;
      tried.add(tenantId);
      await oneRun(needs, tenantId);
    }
  }
  const pruned = await pruneAudit(db, null, new Date(began - PLATFORM_AUDIT_DAYS * DAY_MS), isLate);
  log.debug({ tenants: tried.size, pruned }, "visitors' data was looked through");
}

/** One organisation's trouble is not the others'. */
async function oneRun(needs: PrivacyNeeds & { readonly log: Logger }, tenantId: number): Promise<void> {
  const { log } = needs;
  try {
    const run = await runPrivacy(needs, tenantId);
    const facts = { tenantId, erased: run.erased, auditPruned: run.audit_pruned };
    if (run.verified === true) log.info(facts, "visitors' data was erased after its time");
    else log.error({ ...facts, oldestLeft: run.oldest_left }, "visitors' data is older than it may be");
  } catch (error) {
    log.error({ err: error, tenantId }, "visitors' data could not be erased");
  }
}
