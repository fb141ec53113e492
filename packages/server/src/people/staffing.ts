import type { Kysely, Selectable } from "kysely";
import { errorCode } from "../storage/error-code.ts";
import { isRowNumber } from "../storage/row-number.ts";
import type { Database } from "../storage/schema.ts";
import type { Accounts } from "./accounts.ts";
import type { Role } from "./permissions.ts";

export interface StaffMember {
  readonly id: number;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly active: boolean;
}

export interface StaffChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly active?: boolean | undefined;
  readonly password?: string | undefined;
}

export interface NewStaff {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
}

export interface Staffing {
  list(tenantId: number): Promise<readonly StaffMember[]>;
  find(tenantId: number, staffId: number): Promise<StaffMember | undefined>;
  add(tenantId: number, member: NewStaff): Promise<StaffMember | "email-taken">;
  /** `shared-account`: the person also works elsewhere, so that this organisation may not set their password. */
  change(
    tenantId: number,
    staffId: number,
    change: StaffChange,
  ): Promise<StaffMember | "staff-not-found" | "last-admin" | "shared-account">;
}

const MOST_STAFF = 2_000;
const UNIQUE_VIOLATION = "23505";

export function createStaffing(db: Kysely<Database>, accounts: Accounts): Staffing {
  const find = async (tenantId: number, staffId: number): Promise<StaffMember | undefined> => {
    if (!isRowNumber(staffId)) return undefined;
    const query = db
      .selectFrom("staff")
      .selectAll()
      .where("tenant_id", "=", tenantId)
      .where("id", "=", staffId);
    const row = await query.executeTakeFirst();
    return row === undefined ? undefined : member(row);
  };
  return {
    find,
    async list(tenantId) {
      const query = db
        .selectFrom("staff")
        .selectAll()
        .where("tenant_id", "=", tenantId)
        .orderBy("name")
        .limit(MOST_STAFF);
      return (await query.execute()).map(member);
    },
    add: (tenantId, given) => add(db, accounts, tenantId, given),
    async change(tenantId, staffId, change) {
      const row = await find(tenantId, staffId);
      if (row === undefined) return "staff-not-found";
      if (change.password !== undefined && (await worksElsewhere(db, tenantId, row.userId)))
        return "shared-account";
      const changed = await update(db, tenantId, row.id, change);
      if (changed === "last-admin") return changed;
      if (change.password !== undefined) await accounts.setPassword(row.userId, change.password);
      if (change.name !== undefined) await accounts.rename(row.userId, change.name);
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
  { name, email, password, role }: NewStaff,
): Promise<StaffMember | "email-taken"> {
  try {
    const { userId, made } = await accounts.ensure({ email, name, password });
    if (!made) return "email-taken";
    const values = { tenant_id: tenantId, user_id: userId, name, email: email.toLowerCase(), role };
    return member(await db.insertInto("staff").values(values).returningAll().executeTakeFirstOrThrow());
  } catch (error) {
    if (errorCode(error) === UNIQUE_VIOLATION) return "email-taken";
    throw error;
  }
}

async function worksElsewhere(db: Kysely<Database>, tenantId: number, userId: string): Promise<boolean> {
  const query = db
    .selectFrom("staff")
    .select("id")
    .where("user_id", "=", userId)
    .where("tenant_id", "<>", tenantId);
  return (await query.executeTakeFirst()) !== undefined;
}

function update(
  db: Kysely<Database>,
  tenantId: number,
  staffId: number,
  change: StaffChange,
): Promise<StaffMember | "last-admin"> {
  return db.transaction().execute(async (transaction) => {
    // Two administrators dismissing each other at once: one of them waits here, and is then the last.
    await transaction.selectFrom("tenants").select("id").where("id", "=", tenantId).forUpdate().execute();
    const staff = transaction.selectFrom("staff").where("tenant_id", "=", tenantId);
    const before = await staff.selectAll().where("id", "=", staffId).executeTakeFirstOrThrow();
    const role = change.role ?? before.role;
    const active = change.active ?? before.active;
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
      .set({ name: change.name ?? before.name, role, active })
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
    active: row.active,
  };
}
