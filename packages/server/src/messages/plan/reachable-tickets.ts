import type { TicketId } from "@callnext/core";
import { type Kysely, sql } from "kysely";
import type { Database } from "../../storage/schema.ts";
import { inTenant } from "../../storage/tenant-scope.ts";
import type { Ways } from "../message-settings.ts";

/**
 * Of these tickets those whose visitors can be reached by these ways. Most who walk in left no address, and what
 * nobody gets is not planned.
 */
export async function reachableTickets(
  db: Kysely<Database>,
  tenantId: number,
  ids: readonly TicketId[],
  ways: Ways,
): Promise<ReadonlySet<TicketId>> {
  if (ids.length === 0 || (!ways.push && !ways.mail && ways.sms === "never")) return new Set();
  return await inTenant(db, tenantId, async (trx) => {
    const { rows } = await sql<{ id: TicketId }>`select k.id from tickets k
      where k.id = any(${[...ids]}::uuid[]) and (
        (${ways.push} and exists (select from push_subscriptions p where p.ticket_id = k.id
          or p.appointment_id = (k.body->>'appointmentId')::integer))
        or exists (select from visitors v where v.ticket_id = k.id
          and ((${ways.mail} and v.email is not null) or (${ways.sms !== "never"} and v.phone is not null))))`.execute(
      trx,
    );
    return new Set(rows.map(({ id }) => id));
  });
}
