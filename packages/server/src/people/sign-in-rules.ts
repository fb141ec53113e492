import type { Kysely } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";

/** What an organisation asks of its staff beside their passwords. */
export interface SignInRules {
  secondFactorRequired(tenantId: number): Promise<boolean>;
  /** The accounts whom it concerns: what they have open may have to end. */
  requireSecondFactor(tenantId: number, required: boolean): Promise<readonly string[]>;
}

const MOST_STAFF = 2_000;

export function createSignInRules(db: Kysely<Database>): SignInRules {
  return {
    secondFactorRequired: (tenantId) =>
      inTenant(db, tenantId, async (trx) => {
        const query = trx.selectFrom("tenants").select("require_second_factor").where("id", "=", tenantId);
        return (await query.executeTakeFirstOrThrow()).require_second_factor;
      }),
    requireSecondFactor: (tenantId, required) =>
      inTenant(db, tenantId, async (trx) => {
        const set = { require_second_factor: required };
        await trx.updateTable("tenants").set(set).where("id", "=", tenantId).execute();
        const query = trx
          .selectFrom("staff")
          .select("user_id")
          .where("tenant_id", "=", tenantId)
          .where("role", "in", ["manager", "admin"])
          .where("active", "=", true)
          .limit(MOST_STAFF);
        return (await query.execute()).map(({ user_id }) => user_id);
      }),
  };
}
