import { randomUUID } from "node:crypto";
import pg from "pg";
import { batchRows } from "./batch-rows.ts";
import { batchStatement } from "./batch-statement.ts";
import { type BroughtUp, bringUp } from "./bring-up.ts";
import { tellEndedAppointments } from "./ended-appointments.ts";
import { tellEnded } from "./ended-tickets.ts";
import { findAnswers } from "./find-answers.ts";
import type { HeldShop } from "./held-shop.ts";
import { lockShop } from "./lock-shop.ts";
import { type BatchPlan, planBatch } from "./plan-batch.ts";
import { shopPlace } from "./shop-place.ts";
import type { Submission } from "./shop-runtime.ts";

export interface CommitContext {
  readonly pool: pg.Pool;
  readonly shopId: number;
  readonly held: HeldShop;
  /** In place of the database's clock. */
  readonly now?: (() => number) | undefined;
}

/** The connection broke while the commit was under way: only the database knows what came of it. */
export class UnknownCommit extends Error {
  override readonly name = "UnknownCommit";
  readonly plan: BatchPlan;

  constructor(plan: BatchPlan, cause: unknown) {
    super("The connection was lost during a commit.", { cause });
    this.plan = plan;
  }
}

/**
 * One transaction, two round trips: take the shop's row; decide; write everything and commit.
 * Undefined for an unknown shop. `careful` looks the idempotency keys up first, which usually is a waste.
 */
export async function commitBatch(
  context: CommitContext,
  submissions: readonly Submission[],
  careful: boolean,
): Promise<BatchPlan | undefined> {
  const place = await shopPlace(context.pool, context.shopId, context.held);
  if (place === undefined) return undefined;
  const client = await context.pool.connect();
  let base: BroughtUp | undefined;
  try {
    const locked = await lockShop(client, place);
    if (locked === undefined) {
      await client.query("rollback");
      return undefined;
    }
    base = await bringUp(client, context.held, context.shopId, locked);
    const claims = careful
      ? submissions.map((s) => s.idempotency).filter((claim) => claim !== undefined)
      : [];
    const decided = planBatch(base.snapshot.state, submissions, {
      epoch: base.snapshot.epoch,
      now: context.now?.() ?? locked.now,
      bookers: base.snapshot.bookers,
      found: await findAnswers(client, place.tenantId, claims),
      newId: randomUUID,
    });
    const told = await tellEnded(client, context.shopId, decided, submissions);
    const plan = await tellEndedAppointments(client, context.shopId, told, submissions);
    await write(client, batchStatement(context.shopId, place.tenantId, batchRows(plan, submissions)), plan);
    return plan;
  } finally {
    // A connection left inside a transaction, or broken, is of no more use.
    client.release(client.getTransactionStatus() !== "I");
    base?.hold();
  }
}

async function write(
  client: pg.ClientBase,
  statement: pg.QueryConfig | undefined,
  plan: BatchPlan,
): Promise<void> {
  if (statement === undefined) {
    await client.query("rollback");
    return;
  }
  const [written, committed] = await Promise.allSettled([client.query(statement), client.query("commit")]);
  // After a failed statement "commit" rolls back.
  if (written.status === "rejected" && written.reason instanceof pg.DatabaseError) throw written.reason;
  if (written.status === "rejected") throw new UnknownCommit(plan, written.reason);
  if (committed.status === "rejected") throw new UnknownCommit(plan, committed.reason);
}
