import { type Kysely, sql } from "kysely";

/** What the server still has to ask across tenants once row-level security stands (`storage/wall/`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** As in 0003: asked before a tenant is known, and no more than the question needs. */
function asOwner(signature: string, returns: string, body: string, volatility = "stable"): string {
  return `create function ${signature} returns ${returns} language sql ${volatility} security definer
    set search_path = public, pg_temp as $$ ${body} $$`;
}

const place = "table (shop_id integer, tenant_id integer, tenant_slug text)";

function placeOf(kind: string, table: string, idType: string): string {
  return asOwner(
    `place_of_${kind}(wanted ${idType})`,
    place,
    `select p.shop_id, p.tenant_id, t.slug from ${table} p join tenants t on t.id = p.tenant_id where p.id = wanted`,
  );
}

const statements: readonly string[] = [
  // The password of the role that the server runs as, which itself cannot read it.
  `create table app_logins (role text primary key, password text not null)`,
  `alter table tickets add constraint tickets_place unique (tenant_id, shop_id, id)`,
  `alter table visitors drop constraint visitors_ticket_id_fkey`,
  `alter table visitors add foreign key (tenant_id, shop_id, ticket_id)
    references tickets (tenant_id, shop_id, id) on delete cascade`,
  placeOf("queue", "queues", "text"),
  placeOf("counter", "counters", "text"),
  placeOf("display", "displays", "text"),
  placeOf("ticket", "tickets", "uuid"),
  asOwner(
    "place_of_shop(wanted integer)",
    place,
    `select s.id, t.id, t.slug from shops s join tenants t on t.id = s.tenant_id where s.id = wanted`,
  ),
  asOwner(
    "place_of_shop_slug(wanted text)",
    place,
    `select s.id, t.id, t.slug from shops s join tenants t on t.id = s.tenant_id where s.slug = wanted`,
  ),
  // Each node watches the shops that it serves, of whatever tenant.
  asOwner(
    "shop_heads(ids integer[])",
    "table (id integer, tenant_id integer, seq bigint, staff_version integer)",
    `select s.id, s.tenant_id, s.seq, t.staff_version from shops s join tenants t on t.id = s.tenant_id
      where s.id = any(ids)`,
  ),
  // An organisation's name stands on its public pages.
  asOwner(
    "tenants_by_slug(wanted text)",
    "table (id integer, slug text, name text, locale text)",
    `select id, slug, name, locale from tenants where wanted is null or slug = wanted order by slug limit 1000`,
  ),
  asOwner("any_tenant()", "boolean", `select exists (select from tenants)`),
  // The promised day of repeated answers is beyond what anybody can make it forget.
  asOwner(
    "forget_command_answers(hours integer, at_once integer)",
    "bigint",
    `with gone as (delete from command_answers where ctid = any(array(
        select ctid from command_answers
        where created_at < now() - make_interval(hours => greatest(hours, 24)) limit at_once)) returning 1)
      select count(*) from gone`,
    "volatile",
  ),
];
