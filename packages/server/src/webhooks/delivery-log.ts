import { type Selectable, sql, type Transaction } from "kysely";
import type { Database } from "../storage/schema.ts";
import type { Delivery } from "./webhook.ts";

/** Of each webhook; older ones go. */
const MOST_KEPT = 200;

export function deliveryFrom(row: Selectable<Database["webhook_deliveries"]>): Delivery {
  const { event_id: eventId, type, at, attempt, outcome, status, failure } = row;
  return { eventId, type, at, attempt, outcome, status, failure };
}

export async function logDelivery(
  trx: Transaction<Database>,
  tenantId: number,
  webhookId: string,
  { eventId, ...rest }: Delivery,
): Promise<void> {
  await trx
    .insertInto("webhook_deliveries")
    .values({ tenant_id: tenantId, webhook_id: webhookId, event_id: eventId, ...rest })
    .execute();
  await sql`delete from webhook_deliveries where webhook_id = ${webhookId} and id <= (
    select id from webhook_deliveries where webhook_id = ${webhookId}
    order by id desc offset ${MOST_KEPT} limit 1)`.execute(trx);
}
