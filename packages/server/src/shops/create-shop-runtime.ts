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
import { ShopWaking } from "./wake-shops.ts";
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
  /** How far the telling of what time brings is behind, ms; a few seconds in shops that nobody follows. */
  timeBehindMs(): number;
}

const FORGET_EVERY_MS = 3_600_000;

/** The shops on PostgreSQL, for one node of any number. */
export function createShopRuntime(options: ShopRuntimeOptions): RunningShopRuntime {
  const { pool, db, bus, log } = options;
  const health = new HealthRecord(Date.now);
  const lines = new ShopLines({ pool, bus, log, health, now: options.now, onBatch: options.onBatch });
  const { watch, waking } = watchOver(options, lines, health);
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
    timeBehindMs: () => waking.behindMs,
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearInterval(forgetting);
      hints[Symbol.dispose]();
      await watch.stop();
      await lines.settled();
    },
  };
}

/** What the node looks at by itself, again and again. */
function watchOver(options: ShopRuntimeOptions, lines: ShopLines, health: HealthRecord) {
  const { pool, log } = options;
  const waking = new ShopWaking({
    pool,
    log,
    now: options.now,
    isFollowed: (shopId) => lines.isFollowed(shopId),
    line: (shopId) => lines.of(shopId),
  });
  const watch = new ShopWatch({
    pool,
    log,
    health,
    now: options.now ?? Date.now,
    pollMs: options.pollMs ?? POLL_MS,
    followed: () => lines.followed(),
    waking,
  });
  return { watch, waking };
}
