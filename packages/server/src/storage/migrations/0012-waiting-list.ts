import { type Kysely, sql } from "kysely";

/** Those who wait for a slot to come free, and how far each shop was looked through for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** As in 0009. */
function asOwner(signature: string, returns: string, volatility: string, body: string): string {
  return `create function ${signature} returns ${returns} language sql ${volatility} security definer
    set search_path = public, pg_temp as $$ ${body} $$`;
}

const PERSONAL = ["full_name", "phone", "email"] as const;
/** Of those who are still on the list. */
const OPEN = "status in ('waiting', 'offering', 'offered')";

const statements: readonly string[] = [
  // Whose it is, is held only while they wait.
  `create table waiting_list (
    id uuid primary key,
    tenant_id integer not null,
    shop_id integer not null,
    service_id integer not null,
    provider_id text,
    from_date text not null,
    until_date text not null,
    from_minutes integer,
    until_minutes integer,
    party_size integer not null,
    locale text,
    full_name text,
    phone text,
    email text,
    status text not null check (status in ('waiting', 'offering', 'offered', 'booked', 'left', 'over')),
    appointment_id integer,
    passed jsonb not null default '[]',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    foreign key (tenant_id, shop_id) references shops (tenant_id, id),
    constraint waiting_list_forgets check (${OPEN} or (${PERSONAL.map((of) => `${of} is null`).join(" and ")}))
  )`,
  `create index waiting_list_open on waiting_list (shop_id, created_at) where ${OPEN}`,
  `create index waiting_list_phone on waiting_list (tenant_id, phone) where phone is not null`,
  `create index waiting_list_email on waiting_list (tenant_id, lower(email)) where email is not null`,
  `create index waiting_list_ended on waiting_list (updated_at) where not (${OPEN})`,
  // As of the visitors in 0007: no samples of what no erasure would reach.
  ...PERSONAL.map((column) => `alter table waiting_list alter column ${column} set statistics 0`),
  `alter index waiting_list_email alter column 2 set statistics 0`,
  // How far each shop's stream was looked through; one row is at work on one node at a time. Not looked at
  // yet: somebody has joined the list since.
  `create table waiting_cursors (
    shop_id integer primary key,
    tenant_id integer not null,
    seq bigint not null,
    looked_at timestamptz,
    claimed_until timestamptz,
    foreign key (tenant_id, shop_id) references shops (tenant_id, id)
  )`,
  asOwner(
    "place_of_waiting(wanted uuid)",
    "table (shop_id integer, tenant_id integer, tenant_slug text)",
    "stable",
    `select p.shop_id, p.tenant_id, t.slug from waiting_list p join tenants t on t.id = p.tenant_id
      where p.id = wanted`,
  ),
  // Shops in which something has happened, and all of them now and then: time alone brings days within reach.
  asOwner(
    "claim_waiting_shops(moment timestamptz, hold_seconds integer, idle_seconds integer, at_once integer)",
    "table (shop_id integer, tenant_id integer, seq bigint, is_first boolean)",
    "volatile",
    `update waiting_cursors c set claimed_until = moment + make_interval(secs => hold_seconds),
        looked_at = case when due.idle then moment else c.looked_at end
      from (
        select d.shop_id, (d.looked_at is null or d.looked_at <= moment - make_interval(secs => idle_seconds)) as idle
          from waiting_cursors d
          join tenants t on t.id = d.tenant_id and t.suspended_at is null
          join shops s on s.id = d.shop_id
          where (d.claimed_until is null or d.claimed_until <= moment)
            and (s.seq > d.seq or d.looked_at is null or d.looked_at <= moment - make_interval(secs => idle_seconds))
            and exists (select from waiting_list w where w.shop_id = d.shop_id and w.${OPEN})
          order by d.looked_at nulls first limit at_once for update of d skip locked) due
      where c.shop_id = due.shop_id
      returning c.shop_id, c.tenant_id, c.seq, due.idle`,
  ),
  // References only by then, and of no use to anybody.
  asOwner(
    "forget_waiting(moment timestamptz, days integer, at_once integer)",
    "bigint",
    "volatile",
    `with gone as (delete from waiting_list where id = any(array(
        select id from waiting_list where not (${OPEN})
          and updated_at < moment - make_interval(days => greatest(days, 7)) limit at_once)) returning 1)
      select count(*) from gone`,
  ),
];
