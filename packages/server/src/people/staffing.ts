import type { Kysely, Selectable } from "kysely";
import { errorCode } from "../storage/error-code.ts";
import { isRowNumber } from "../storage/row-number.ts";
import type { Database } from "../storage/schema.ts";
import { inTenant } from "../storage/tenant-scope.ts";
import type { Accounts } from "./accounts.ts";
import type { Role } from "./permissions.ts";
import { shopScope } from "./shop-scope.ts";
import { worksElsewhere } from "./works-elsewhere.ts";

export interface StaffMember {
  readonly id: number;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The shops that the member is limited to; null: all. */
  readonly shopIds: readonly number[] | null;
  readonly active: boolean;
}

export interface StaffChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly shopIds?: readonly number[] | null | undefined;
  readonly active?: boolean | undefined;
  readonly password?: string | undefined;
}

export interface NewStaff {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly shopIds?: readonly number[] | null | undefined;
}

/** Shops that are not the tenant's, or fewer than all for an administrator. */
export type BadScope = "shop-not-found" | "admin-has-all-shops";

export interface Staffing {
  list(tenantId: number): Promise<readonly StaffMember[]>;
  find(tenantId: number, staffId: number): Promise<StaffMember | undefined>;
  add(tenantId: number, member: NewStaff): Promise<StaffMember | "email-taken" | BadScope>;
  /** `shared-account`: the person also works elsewhere, so that this organisation may not set their password. */
  change(
    tenantId: number,
    staffId: number,
    change: StaffChange,
  ): Promise<StaffMember | "staff-not-found" | "last-admin" | "shared-account" | BadScope>;
}

const MOST_STAFF = 2_000;
const UNIQUE_VIOLATION = "23505";

export function createStaffing(db: Kysely<Database>, accounts: Accounts): Staffing {
  const find = async (tenantId: number, staffId: number): Promise<StaffMember | undefined> => {
    if (!isRowNumber(staffId)) return undefined;
    const row = await inTenant(db, tenantId, (trx) =>
      trx
        .selectFrom("staff")
        .selectAll()
        .where("tenant_id", "=", tenantId)
        .where("id", "=", staffId)
        .executeTakeFirst(),
    );
    return row === undefined ? undefined : member(row);
  };
  return {
    find,
    list: (tenantId) =>
      inTenant(db, tenantId, async (trx) => {
        const query = trx.selectFrom("staff").selectAll().where("tenant_id", "=", tenantId);
        return (await query.orderBy("name").limit(MOST_STAFF).execute()).map(member);
      }),
    add: (tenantId, given) => add(db, accounts, tenantId, given),
    async change(tenantId, staffId, change) {
      const row = await find(tenantId, staffId);
      if (row === undefined) return "staff-not-found";
      const shared = change.password !== undefined || change.name !== undefined;
      const elsewhere = shared && (await worksElsewhere(db, tenantId, row.userId));
      if (change.password !== undefined && elsewhere) return "shared-account";
      const changed = await update(db, tenantId, row.id, change);
      if (typeof changed === "string") return changed;
      if (change.password !== undefined) await accounts.setPassword(row.userId, change.password);
      if (change.name !== undefined && !elsewhere) await accounts.rename(row.userId, change.name);
      if (change.active === false || change.password !== undefined) await accounts.endSessions(row.userId);
      return changed;
    },
  };
}

/** An account that is there already keeps its password, so nobody gets into it by adding its address here. */
async function add(
  db: Kysely<Database>,
  accounts: Accounts,
  tenantId: number,
  { name, email, password, role, shopIds = null }: NewStaff,
): Promise<StaffMember | "email-taken" | BadScope> {
  const scope = await inTenant(db, tenantId, (trx) => shopScope(trx, tenantId, role, shopIds));
  if (typeof scope === "string") return scope;
  try {
    const { userId, made } = await accounts.ensure({ email, name, password });
    if (!made) return "email-taken";
    const values = {
      tenant_id: tenantId,
      user_id: userId,
      name,
      email: email.toLowerCase(),
      role,
      shop_ids: scope,
    };
    const row = await inTenant(db, tenantId, (trx) =>
      trx.insertInto("staff").values(values).returningAll().executeTakeFirstOrThrow(),
    );
    return member(row);
  } catch (error) {
    if (errorCode(error) === UNIQUE_VIOLATION) return "email-taken";
    throw error;
  }
}

function update(
  db: Kysely<Database>,
  tenantId: number,
  staffId: number,
  change: StaffChange,
): Promise<StaffMember | "last-admin" | BadScope> {
  return inTenant(db, tenantId, async (transaction) => {
    // Two administrators dismissing each other at once: one of them waits here, and is then the last.
    await transaction.selectFrom("tenants").select("id").where("id", "=", tenantId).forUpdate().execute();
    const staff = transaction.selectFrom("staff").where("tenant_id", "=", tenantId);
    const before = await staff.selectAll().where("id", "=", staffId).executeTakeFirstOrThrow();
    const role = change.role ?? before.role;
    const active = change.active ?? before.active;
    // Who becomes an administrator is in charge of all shops from then on.
    const kept = role === "admin" ? null : before.shop_ids;
    const wanted = change.shopIds === undefined ? kept : change.shopIds;
    const scope = await shopScope(transaction, tenantId, role, wanted);
    if (typeof scope === "string") return scope;
    if (before.role === "admin" && before.active && (role !== "admin" || !active)) {
      const others = await staff
        .select("id")
        .where("role", "=", "admin")
        .where("active", "=", true)
        .where("id", "<>", staffId)
        .executeTakeFirst();
      if (others === undefined) return "last-admin";
    }
    const row = await transaction
      .updateTable("staff")
      .set({ name: change.name ?? before.name, role, active, shop_ids: scope })
      .where("id", "=", staffId)
      .returningAll()
      .executeTakeFirstOrThrow();
    return member(row);
  });
}

function member(row: Selectable<Database["staff"]>): StaffMember {
  return {
    id: row.id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    role: row.role,
    shopIds: row.shop_ids,
    active: row.active,
  };
}
