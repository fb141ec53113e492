import { type Kysely, sql } from "kysely";
import type { Database } from "../../storage/schema.ts";
import { inTenant } from "../../storage/tenant-scope.ts";

/** What an organisation's SMS cost this month; in ten-thousandths of its currency. */
export interface Spending {
  /** Takes the money before the SMS goes out, so that two at once cannot both have the last of it. */
  reserve(tenantId: number, cost: number, cap: number | null): Promise<boolean>;
  /** Gives it back where the SMS certainly did not go out. */
  giveBack(tenantId: number, cost: number): Promise<void>;
  thisMonth(tenantId: number): Promise<number>;
}

export function createSpending(db: Kysely<Database>, now: () => number): Spending {
  const month = () => new Date(now()).toISOString().slice(0, 7);
  return {
    reserve: (tenantId, cost, cap) =>
      inTenant(db, tenantId, async (trx) => {
        await trx
          .insertInto("message_spend")
          .values({ tenant_id: tenantId, month: month(), spent: 0 })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        const { numUpdatedRows } = await trx
          .updateTable("message_spend")
          .set({ spent: sql<number>`spent + ${cost}` })
          .where("tenant_id", "=", tenantId)
          .where("month", "=", month())
          .where(sql<boolean>`(${cap}::bigint is null or spent + ${cost} <= ${cap}::bigint)`)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    giveBack: (tenantId, cost) =>
      inTenant(db, tenantId, async (trx) => {
        await trx
          .updateTable("message_spend")
          .set({ spent: sql<number>`greatest(spent - ${cost}, 0)` })
          .where("tenant_id", "=", tenantId)
          .where("month", "=", month())
          .execute();
      }),
    thisMonth: (tenantId) =>
      inTenant(db, tenantId, async (trx) => {
        const row = await trx
          .selectFrom("message_spend")
          .select("spent")
          .where("tenant_id", "=", tenantId)
          .where("month", "=", month())
          .executeTakeFirst();
        return row?.spent ?? 0;
      }),
  };
}
