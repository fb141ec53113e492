import type pg from "pg";
import { grantRights } from "./grant-rights.ts";
import { type TenantTable, tenantTables } from "./tenant-tables.ts";

/** Any 64-bit number no other lock uses. */
const LOCK = 4_711_000_010;

/**
 * Puts every table with a tenant behind row-level security and gives the server's role its rights. Runs after the
 * migrations at each start, and changes only what is not so yet.
 */
export async function raiseWall(owner: pg.ClientBase, appRole: string): Promise<void> {
  await owner.query("begin");
  try {
    await owner.query("select pg_advisory_xact_lock($1)", [LOCK]);
    await buildWall(owner, appRole);
    await owner.query("commit");
  } catch (error) {
    await owner.query("rollback");
    throw error;
  }
}

/** Within a transaction of the caller's. */
export async function buildWall(owner: pg.ClientBase, appRole: string): Promise<void> {
  for (const table of await tenantTables(owner))
    for (const statement of missing(owner, table)) await owner.query(statement);
  await grantRights(owner, appRole);
}

function missing(
  owner: pg.ClientBase,
  { name, key, forced, policies, owned }: TenantTable,
): readonly string[] {
  const table = owner.escapeIdentifier(name);
  // The setting is '' on a connection that had a tenant before, and NULL on one that never had.
  const mine = `${key} = (select nullif(current_setting('app.tenant', true), '')::integer)`;
  const statements: string[] = [];
  if (!forced) statements.push(`alter table ${table} enable row level security, force row level security`);
  if (!policies.includes("tenant"))
    statements.push(`create policy tenant on ${table} using (${mine}) with check (${mine})`);
  // FORCE holds for the owner too, whose look-ups across tenants and upgrades need all rows.
  if (!owned)
    statements.push(
      `drop policy if exists owner on ${table}`,
      `create policy owner on ${table} to current_user using (true) with check (true)`,
    );
  return statements;
}
