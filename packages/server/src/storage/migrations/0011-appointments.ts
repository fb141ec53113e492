import { type Kysely, sql } from "kysely";

/** Appointments with those they are made with and those who made them; two in one place are refused by the table itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** As in 0009. */
function asOwner(signature: string, returns: string, body: string): string {
  return `create function ${signature} returns ${returns} language sql stable security definer
    set search_path = public, pg_temp as $$ ${body} $$`;
}

function placeOf(kind: string, table: string, idType: string): string {
  return asOwner(
    `place_of_${kind}(wanted ${idType})`,
    "table (shop_id integer, tenant_id integer, tenant_slug text)",
    `select p.shop_id, p.tenant_id, t.slug from ${table} p join tenants t on t.id = p.tenant_id where p.id = wanted`,
  );
}

const statements: readonly string[] = [
  // A trusted extension of PostgreSQL's own: whoever may create in the database may have it.
  `create extension if not exists btree_gist`,
  `create sequence appointment_ids as integer`,
  `create table providers (
    id text primary key,
    tenant_id integer not null,
    shop_id integer not null,
    body jsonb not null,
    foreign key (tenant_id, shop_id) references shops (tenant_id, id),
    constraint providers_place unique (tenant_id, shop_id, id)
  )`,
  `create index providers_shop on providers (shop_id)`,
  // Deferrable, and immediate all the same: looked at when a statement is over, so that one batch may
  // let a slot go and give it away, in whatever order its rows are written.
  `create table appointments (
    id integer primary key,
    tenant_id integer not null,
    shop_id integer not null,
    provider_id text not null,
    lane integer not null check (lane >= 0),
    status text not null
      check (status in ('held', 'scheduled', 'checked_in', 'completed', 'cancelled', 'no_show')),
    during tstzrange not null check (not isempty(during)),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    updated_at timestamptz not null,
    live boolean not null,
    body jsonb not null,
    foreign key (tenant_id, shop_id) references shops (tenant_id, id),
    foreign key (tenant_id, shop_id, provider_id) references providers (tenant_id, shop_id, id),
    constraint appointments_place unique (tenant_id, shop_id, id),
    constraint appointments_one_at_a_time exclude using gist
      (shop_id with =, provider_id with =, lane with =, during with &&)
      where (status in ('held', 'scheduled', 'checked_in')) deferrable initially immediate
  ) with (fillfactor = 80)`,
  `create index appointments_live on appointments (shop_id) where live`,
  `create index appointments_start on appointments (shop_id, starts_at)`,
  `create table bookers (
    appointment_id integer primary key,
    tenant_id integer not null,
    shop_id integer not null,
    full_name text,
    phone text,
    email text,
    notes text,
    created_at timestamptz not null default now(),
    foreign key (tenant_id, shop_id) references shops (tenant_id, id),
    foreign key (tenant_id, shop_id, appointment_id) references appointments (tenant_id, shop_id, id)
      on delete cascade
  )`,
  `create index bookers_phone on bookers (shop_id, phone) where phone is not null`,
  `create index bookers_tenant_phone on bookers (tenant_id, phone) where phone is not null`,
  `create index bookers_tenant_email on bookers (tenant_id, lower(email)) where email is not null`,
  // As of the visitors in 0007: no samples of what no erasure would reach.
  ...["full_name", "phone", "email", "notes"].map(
    (column) => `alter table bookers alter column ${column} set statistics 0`,
  ),
  `alter index bookers_tenant_email alter column 2 set statistics 0`,
  // When time alone will change something in the shop, ms since the epoch; null: never.
  `alter table shops add column wakes_at bigint`,
  `create index shops_wake on shops (wakes_at) where wakes_at is not null`,
  // By a given clock, or by the database's own.
  asOwner(
    "shops_due(now bigint, at_most integer)",
    "table (id integer, wakes_at bigint, late_ms bigint)",
    `select s.id, s.wakes_at, c.now - s.wakes_at
      from (select coalesce(now, floor(extract(epoch from clock_timestamp()) * 1000)::bigint) as now) c, shops s
      where s.wakes_at <= c.now order by s.wakes_at limit at_most`,
  ),
  placeOf("provider", "providers", "text"),
  placeOf("appointment", "appointments", "integer"),
];
