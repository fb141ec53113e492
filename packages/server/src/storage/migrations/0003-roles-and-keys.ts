import { type Kysely, sql } from "kysely";

/** Who may do what: a role that only looks, scopes to shops, operators of the server, API keys, suspended tenants. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/**
 * What is asked before a tenant is known goes through functions of the owner, which row-level security lets
 * through; each gives no more than the question needs.
 */
function asOwner(signature: string, returns: string, body: string): string {
  return `create function ${signature} returns ${returns} language sql stable security definer
    set search_path = public, pg_temp as $$ ${body} $$`;
}

const statements: readonly string[] = [
  `alter table staff drop constraint staff_role_check`,
  `alter table staff add constraint staff_role_check check (role in ('admin', 'manager', 'agent', 'viewer'))`,
  // Null: all of the tenant's shops. An administrator is always in charge of all.
  `alter table staff add column shop_ids integer[]`,
  `alter table staff add constraint staff_scope_check
    check (shop_ids is null or (role <> 'admin' and cardinality(shop_ids) between 1 and 500))`,
  `alter table tenants add column suspended_at timestamptz`,
  `create table operators (
    user_id text primary key,
    created_at timestamptz not null default now()
  )`,
  `create table api_keys (
    id uuid primary key,
    tenant_id integer not null references tenants,
    name text not null,
    role text not null check (role in ('manager', 'agent', 'viewer')),
    shop_ids integer[] check (shop_ids is null or cardinality(shop_ids) between 1 and 500),
    hash bytea not null unique check (length(hash) = 32),
    prefix text not null,
    created_by integer not null,
    created_at timestamptz not null default now(),
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz,
    foreign key (tenant_id, created_by) references staff (tenant_id, id)
  )`,
  `create index api_keys_tenant on api_keys (tenant_id, created_at)`,
  asOwner(
    "memberships_of(account text)",
    `table (staff_id integer, role text, shop_ids integer[], tenant_id integer, slug text, tenant_name text,
      locale text, suspended boolean)`,
    `select m.id, m.role, m.shop_ids, t.id, t.slug, t.name, t.locale, t.suspended_at is not null
      from staff m join tenants t on t.id = m.tenant_id
      where m.user_id = account and m.active order by m.id`,
  ),
  asOwner(
    "api_keys_in_force(sha256 bytea, ids uuid[])",
    `table (id uuid, name text, staff_id integer, role text, shop_ids integer[], tenant_id integer, slug text,
      tenant_name text, locale text, suspended boolean)`,
    `select k.id, k.name, null::integer, k.role, k.shop_ids, t.id, t.slug, t.name, t.locale,
        t.suspended_at is not null
      from api_keys k join tenants t on t.id = k.tenant_id
      where (k.hash = sha256 or k.id = any(ids)) and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > now())`,
  ),
  `create function api_keys_used(ids uuid[], at timestamptz) returns void language sql security definer
    set search_path = public, pg_temp as $$
      update api_keys set last_used_at = at where id = any(ids) and (last_used_at is null or last_used_at < at)
    $$`,
  // For the operators of the server: counts, nobody's name.
  asOwner(
    "tenants_overview()",
    `table (id integer, slug text, name text, locale text, created_at timestamptz, suspended_at timestamptz,
      shops bigint, staff bigint, ever_staffed boolean)`,
    `select t.id, t.slug, t.name, t.locale, t.created_at, t.suspended_at,
        (select count(*) from shops s where s.tenant_id = t.id),
        (select count(*) from staff m where m.tenant_id = t.id and m.active),
        exists (select 1 from staff m where m.tenant_id = t.id)
      from tenants t order by t.slug limit 1000`,
  ),
];
