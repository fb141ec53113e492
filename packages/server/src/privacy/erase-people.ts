import { type Kysely, sql } from "kysely";
import type { ShopRuntime } from "../shops/shop-runtime.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

export interface EraseNeeds {
  readonly db: Kysely<Database>;
  readonly runtime: Pick<ShopRuntime, "peopleErased">;
}

/** Lets go of whose these tickets are, on every node. The tickets themselves stay, open ones with their place. */
export async function erasePeople(
  { db, runtime }: EraseNeeds,
  tenantId: number,
  ticketIds: readonly string[],
): Promise<readonly string[]> {
  const erased = await inTenant(db, tenantId, async (trx) => {
    const answer = await sql<{ ticket_id: string }>`delete from visitors
      where tenant_id = ${tenantId} and ticket_id = any(${ticketIds}::uuid[]) returning ticket_id`.execute(
      trx,
    );
    return answer.rows.map((row) => row.ticket_id);
  });
  if (erased.length > 0) await runtime.peopleErased(tenantId);
  return erased;
}
