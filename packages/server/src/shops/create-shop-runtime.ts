import { type Kysely, sql } from "kysely";
import type pg from "pg";
import type { Logger } from "pino";
import type { Bus } from "../bus/bus.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import { type DatabaseHealth, HealthRecord } from "./database-health.ts";
import { forgetAnswers } from "./forget-answers.ts";
import { LOG_PAGE, OUTAGE_MS, POLL_MS } from "./limits.ts";
import { ShopLines } from "./shop-lines.ts";
import type { BatchReport } from "./shop-line.ts";
import type { ShopRuntime } from "./shop-runtime.ts";
import { ShopWatch } from "./watch-shops.ts";

export interface ShopRuntimeOptions {
  readonly pool: pg.Pool;
  readonly db: Kysely<Database>;
  /** Its owner disposes it, after the runtime. */
  readonly bus: Bus;
  readonly log: Logger;
  /** After each committed batch, for metrics. */
  readonly onBatch?: (batch: BatchReport) => void;
  /** In place of the database's clock and the machine's, for tests and demonstrations. */
  readonly now?: () => number;
  /** How often the followed shops' seqs are compared with the database's. */
  readonly pollMs?: number;
}

export interface RunningShopRuntime extends ShopRuntime, AsyncDisposable {
  health(): DatabaseHealth;
}

const FORGET_EVERY_MS = 3_600_000;

/** The shops on PostgreSQL, for one node of any number. */
export function createShopRuntime(options: ShopRuntimeOptions): RunningShopRuntime {
  const { pool, db, bus, log } = options;
  const now = options.now ?? Date.now;
  const health = new HealthRecord(Date.now);
  const lines = new ShopLines({ pool, bus, log, health, now: options.now, onBatch: options.onBatch });
  const watch = new ShopWatch({
    pool,
    log,
    health,
    now,
    pollMs: options.pollMs ?? POLL_MS,
    followed: () => lines.followed(),
  });
  const hints = bus.subscribe((hint) => lines.hear(hint));
  const forgetting = setInterval(() => {
    forgetAnswers(pool).catch((error: unknown) =>
      log.warn({ err: error }, "old answers could not be deleted"),
    );
  }, FORGET_EVERY_MS);
  let stopped = false;
  const namesChanged = async (tenantId: number): Promise<void> => {
    const raised = sql<number>`staff_version + 1`;
    await inTenant(db, tenantId, (trx) =>
      trx.updateTable("tenants").set({ staff_version: raised }).where("id", "=", tenantId).execute(),
    );
    await lines.refreshNames(tenantId);
  };

  return {
    async submit(submission) {
      const { database, since } = health.current;
      const away = database === "down" && Date.now() - since > OUTAGE_MS;
      if (stopped || away) return { ok: false, refusal: { code: "unavailable" } };
      return await lines.of(submission.shopId).submit(submission);
    },
    snapshot: (shopId) => lines.of(shopId).snapshot(),
    async freshSnapshot(shopId) {
      const line = lines.of(shopId);
      await line.catchUp();
      return line.held.snapshot;
    },
    follow: (shopId, listener) => lines.follow(shopId, listener),
    events: (shopId, sinceSeq, limit) => lines.of(shopId).events(sinceSeq, Math.min(limit, LOG_PAGE)),
    verifiedMsAgo: (shopId) => lines.verifiedMsAgo(shopId),
    staffChanged: namesChanged,
    peopleErased: namesChanged,
    health: () => health.current,
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearInterval(forgetting);
      hints[Symbol.dispose]();
      await watch.stop();
      await lines.settled();
    },
  };
}
