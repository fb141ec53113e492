import { type Kysely, sql } from "kysely";

/** One-use passes to a socket, good on any node; and what the servers of others are told of, and how far they were. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** As in 0003: asked for all tenants at once, by the job that delivers. */
const asOwner = "language sql volatile security definer set search_path = public, pg_temp";

const statements: readonly string[] = [
  // What a crash takes of them is asked for anew.
  `create unlogged table socket_tickets (
    hash bytea primary key check (length(hash) = 32),
    session jsonb not null,
    path text,
    expires_at timestamptz not null
  )`,
  `create index socket_tickets_age on socket_tickets (expires_at)`,
  `create table webhooks (
    id uuid primary key,
    tenant_id integer not null references tenants,
    url text not null,
    sealed text not null,
    events text[] not null check (cardinality(events) between 1 and 50),
    active boolean not null default true,
    created_by integer not null,
    created_at timestamptz not null,
    unique (tenant_id, id),
    foreign key (tenant_id, created_by) references staff (tenant_id, id)
  )`,
  // How far each shop's stream was told; one row is at work on one node at a time.
  `create table webhook_cursors (
    webhook_id uuid not null,
    shop_id integer not null,
    tenant_id integer not null,
    seq bigint not null,
    attempts integer not null default 0,
    due_at timestamptz not null,
    claimed_until timestamptz,
    primary key (webhook_id, shop_id),
    foreign key (tenant_id, webhook_id) references webhooks (tenant_id, id) on delete cascade,
    foreign key (tenant_id, shop_id) references shops (tenant_id, id)
  )`,
  `create table webhook_deliveries (
    id bigint generated always as identity primary key,
    tenant_id integer not null,
    webhook_id uuid not null,
    event_id text not null,
    type text not null,
    at timestamptz not null,
    attempt integer not null,
    outcome text not null check (outcome in ('delivered', 'failed', 'given-up')),
    status integer,
    failure text,
    foreign key (tenant_id, webhook_id) references webhooks (tenant_id, id) on delete cascade
  )`,
  `create index webhook_deliveries_newest on webhook_deliveries (webhook_id, id)`,
  // A shop that was made after its webhook is told of from its beginning.
  `create function claim_webhooks(moment timestamptz, hold_seconds integer, at_once integer)
    returns table (webhook_id uuid, tenant_id integer, shop_id integer, seq bigint, attempts integer) ${asOwner} as $$
    insert into webhook_cursors (webhook_id, shop_id, tenant_id, seq, due_at)
      select w.id, s.id, w.tenant_id, 0, moment from webhooks w join shops s on s.tenant_id = w.tenant_id
      where w.active and not exists (
        select from webhook_cursors c where c.webhook_id = w.id and c.shop_id = s.id)
      on conflict do nothing;
    update webhook_cursors c set claimed_until = moment + make_interval(secs => hold_seconds)
      where (c.webhook_id, c.shop_id) in (
        select d.webhook_id, d.shop_id from webhook_cursors d
          join webhooks w on w.id = d.webhook_id and w.active
          join tenants t on t.id = d.tenant_id and t.suspended_at is null
          join shops s on s.id = d.shop_id
          where s.seq > d.seq and d.due_at <= moment and (d.claimed_until is null or d.claimed_until <= moment)
          order by d.due_at limit at_once for update of d skip locked)
      returning c.webhook_id, c.tenant_id, c.shop_id, c.seq, c.attempts;
  $$`,
];
