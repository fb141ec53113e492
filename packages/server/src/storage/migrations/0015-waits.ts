import { type Kysely, sql } from "kysely";

/**
 * Each forecast of a wait that was given, with what came of it; and of each service day that is over, that this was
 * written down, with the model that was trained on the days up to it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements: readonly string[] = [
  `create table wait_days (
    tenant_id integer not null,
    shop_id integer not null,
    day text not null,
    model jsonb,
    settled_at timestamptz not null,
    primary key (shop_id, day),
    foreign key (tenant_id, shop_id) references shops (tenant_id, id)
  )`,
  `create table wait_forecasts (
    tenant_id integer not null,
    shop_id integer not null,
    seq bigint not null,
    ticket_id uuid not null,
    day text not null,
    queue_id text not null,
    at timestamptz not null,
    known_at timestamptz not null,
    known_seq bigint not null,
    place integer not null,
    p10 float8 not null,
    p50 float8 not null,
    p90 float8 not null,
    minutes float8,
    kept jsonb not null,
    primary key (shop_id, seq, ticket_id),
    foreign key (tenant_id, shop_id) references shops (tenant_id, id)
  )`,
  `create index wait_forecasts_day on wait_forecasts (shop_id, day)`,
  // A shop's days are over when another has begun; its first day begins with the log and is kept nowhere else.
  `create function wait_days_due(at_most integer) returns table (tenant_id integer, shop_id integer)
    language sql stable security definer set search_path = public, pg_temp as $$
    select d.tenant_id, d.shop_id from shop_days d
      group by d.tenant_id, d.shop_id
      having count(*) > (select count(*) from wait_days w where w.shop_id = d.shop_id)
      order by d.shop_id limit at_most $$`,
];
