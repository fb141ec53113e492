import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import type { MessageStatus } from "./message.ts";
import type { MessageRow } from "./send/message-row.ts";

export interface LogQuestion {
  /** Null: all of the tenant's shops. */
  readonly shopIds: readonly number[] | null;
  readonly status: MessageStatus | null;
  readonly appointmentId: number | null;
  /** The last one of the page before. */
  readonly after: { readonly createdAt: Date; readonly id: string } | null;
  readonly limit: number;
}

/** What was planned, sent, failed and skipped, newest first. */
export async function readMessageLog(
  db: Kysely<Database>,
  tenantId: number,
  { shopIds, status, appointmentId, after, limit }: LogQuestion,
): Promise<readonly MessageRow[]> {
  return await inTenant(db, tenantId, async (trx) => {
    let query = trx
      .selectFrom("messages")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .orderBy("created_at", "desc")
      .orderBy("id", "desc")
      .limit(limit);
    if (shopIds !== null) query = query.where(sql<boolean>`shop_id = any(${[...shopIds]}::integer[])`);
    if (status !== null) query = query.where("status", "=", status);
    if (appointmentId !== null) query = query.where("appointment_id", "=", appointmentId);
    if (after !== null)
      query = query.where(sql<boolean>`(created_at, id) < (${after.createdAt}, ${after.id}::uuid)`);
    return await query.execute();
  });
}
