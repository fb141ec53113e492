import type { Kysely } from "kysely";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import type { Role } from "./permissions.ts";

/** The shops that somebody is limited to, in order and each once; null: all. Shops of others are no shops here. */
export async function shopScope(
  db: Kysely<Database>,
  tenantId: number,
  role: Role,
  wanted: readonly number[] | null,
): Promise<number[] | null | "shop-not-found" | "admin-has-all-shops"> {
  if (wanted === null) return null;
  if (role === "admin") return "admin-has-all-shops";
  const ids = [...new Set(wanted)].toSorted((a, b) => a - b);
  const own = await inTenant(db, tenantId, (trx) =>
    trx.selectFrom("shops").select("id").where("tenant_id", "=", tenantId).where("id", "in", ids).execute(),
  );
  return own.length === ids.length ? ids : "shop-not-found";
}
