import { type Kysely, sql } from "kysely";

/** Secret addresses of a shop's or a provider's appointments, for calendar programs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements: readonly string[] = [
  `create table calendar_feeds (
    id uuid primary key,
    tenant_id integer not null,
    shop_id integer not null,
    provider_id text,
    name text not null,
    hash bytea not null unique,
    made_by integer not null,
    created_at timestamptz not null,
    last_read_at timestamptz,
    foreign key (tenant_id, shop_id) references shops (tenant_id, id),
    foreign key (tenant_id, shop_id, provider_id) references providers (tenant_id, shop_id, id),
    foreign key (tenant_id, made_by) references staff (tenant_id, id)
  )`,
  `create index calendar_feeds_shop on calendar_feeds (shop_id)`,
  // Asked before a tenant is known. A feed shows what whoever made it may see by now: nothing, once they have left.
  `create function calendar_feed_of(sha256 bytea) returns table (
      id uuid, shop_id integer, provider_id text, name text, last_read_at timestamptz,
      staff_id integer, role text, shop_ids integer[],
      tenant_id integer, slug text, tenant_name text, locale text, suspended boolean
    ) language sql stable security definer set search_path = public, pg_temp as $$
      select f.id, f.shop_id, f.provider_id, f.name, f.last_read_at, m.id, m.role, m.shop_ids,
        t.id, t.slug, t.name, t.locale, t.suspended_at is not null
      from calendar_feeds f
      join staff m on m.tenant_id = f.tenant_id and m.id = f.made_by and m.active
      join tenants t on t.id = f.tenant_id
      where f.hash = sha256
    $$`,
];
