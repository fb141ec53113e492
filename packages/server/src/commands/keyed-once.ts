import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import { isSameRequest } from "../shops/same-request.ts";
import type { IdempotencyClaim } from "../shops/shop-runtime.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

export type OnceOutcome =
  | { readonly ok: true; readonly ref: string; readonly replayed: boolean }
  | { readonly ok: false; readonly code: "idempotency-mismatch" };

/** Idempotency for the few writes that are no command of a shop: making a shop, a member of staff. */
export type KeyedOnce = (
  tenantId: number,
  claim: IdempotencyClaim | undefined,
  /** Does the work and gives a reference by which its answer is built again. */
  work: () => Promise<string>,
) => Promise<OnceOutcome>;

export function createKeyedOnce(db: Kysely<Database>): KeyedOnce {
  // One at a time on this node: each holds a connection while its work uses another.
  let last: Promise<unknown> = Promise.resolve();
  return (tenantId, claim, work) => {
    if (claim === undefined) return work().then((ref) => ({ ok: true, ref, replayed: false }));
    const turn = last.then(() => claimed(db, tenantId, claim, work));
    last = turn.catch(() => undefined);
    return turn;
  };
}

function claimed(
  db: Kysely<Database>,
  tenantId: number,
  claim: IdempotencyClaim,
  work: () => Promise<string>,
): Promise<OnceOutcome> {
  const { actor, route, key, bodyHash } = claim;
  return inTenant(db, tenantId, async (transaction): Promise<OnceOutcome> => {
    // Other nodes with the same key wait here, and then find the answer.
    await sql`select pg_advisory_xact_lock(${lockNumber([tenantId, actor, route, key])})`.execute(
      transaction,
    );
    const found = await transaction
      .selectFrom("command_answers")
      .select(["body_hash", "answer"])
      .where("tenant_id", "=", tenantId)
      .where("actor", "=", actor)
      .where("route", "=", route)
      .where("key", "=", key)
      .executeTakeFirst();
    if (found !== undefined && !isSameRequest(found.body_hash, bodyHash))
      return { ok: false, code: "idempotency-mismatch" };
    if (found !== undefined)
      return { ok: true, ref: (found.answer as { readonly ref: string }).ref, replayed: true };
    const ref = await work();
    const answer = JSON.stringify({ ref });
    await transaction
      .insertInto("command_answers")
      .values({ tenant_id: tenantId, actor, route, key, body_hash: bodyHash, answer })
      .execute();
    return { ok: true, ref, replayed: false };
  });
}

function lockNumber(scope: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(scope)).digest().readBigInt64BE().toString();
}
