import type pg from "pg";

/** A table whose rows belong to tenants, and how far it is behind the wall. */
export interface TenantTable {
  readonly name: string;
  /** `tenant_id`; of `tenants` itself, `id`. */
  readonly key: string;
  readonly forced: boolean;
  /** Names of its policies. */
  readonly policies: readonly string[];
  /** Whether the policy that opens it to the owner is this role's. */
  readonly owned: boolean;
}

const TEXT = `select c.relname as name, a.attname as key,
  c.relrowsecurity and c.relforcerowsecurity as forced,
  array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1) as policies,
  exists (select from pg_policy p join pg_roles r on r.oid = any(p.polroles)
    where p.polrelid = c.oid and p.polname = 'owner' and r.rolname = current_user) as owned
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
    and a.attname = case c.relname when 'tenants' then 'id' else 'tenant_id' end
  where c.relkind in ('r', 'p') order by 1`;

/** Found by their columns, so that no migration can forget one. */
export async function tenantTables(owner: Pick<pg.ClientBase, "query">): Promise<readonly TenantTable[]> {
  return (await owner.query<TenantTable>(TEXT)).rows;
}
