import type { Instant } from "@callnext/core";
import type { Transaction } from "kysely";
import type { ShopOfTenant } from "../../people/rights-in-shop.ts";
import type { Database } from "../../storage/schema.ts";
import type { PlannedMessage } from "./planned-message.ts";

export interface WriteOptions {
  readonly now: Instant;
  readonly newId: () => string;
}

/** One that is planned already stays as it is. */
export async function writePlanned(
  trx: Transaction<Database>,
  { tenantId, shopId }: ShopOfTenant,
  planned: readonly PlannedMessage[],
  { now, newId }: WriteOptions,
): Promise<void> {
  if (planned.length === 0) return;
  const at = new Date(now);
  await trx
    .insertInto("messages")
    .values(
      planned.map(({ kind, name, subject, about, dueAt, validUntil }) => ({
        id: newId(),
        tenant_id: tenantId,
        shop_id: shopId,
        kind,
        channel: null,
        appointment_id: subject.appointmentId,
        ticket_id: subject.ticketId,
        waiting_id: subject.waitingId,
        about: JSON.stringify(about),
        name,
        status: "planned" as const,
        reason: null,
        due_at: new Date(dueAt),
        valid_until: new Date(validUntil),
        queued_at: null,
        created_at: at,
        updated_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(["shop_id", "name"]).doNothing())
    .execute();
}
