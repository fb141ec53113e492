import { type Kysely, sql } from "kysely";

/** Messages to visitors: what is to be said when, how it went, and what an organisation chose for them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** As in 0006: asked for all tenants at once, by the jobs that plan and send. */
const asOwner = "language sql volatile security definer set search_path = public, pg_temp";

const tables: readonly string[] = [
  `create table message_settings (
    tenant_id integer primary key references tenants,
    body jsonb not null
  )`,
  `create table message_templates (
    tenant_id integer not null references tenants,
    kind text not null,
    locale text not null,
    body jsonb not null,
    primary key (tenant_id, kind, locale)
  )`,
  `create table sms_providers (
    id uuid primary key,
    tenant_id integer not null unique references tenants,
    body jsonb not null,
    sealed text
  )`,
  // How far each shop's stream was looked through; one row is at work on one node at a time.
  `create table message_cursors (
    shop_id integer primary key,
    tenant_id integer not null,
    seq bigint not null,
    claimed_until timestamptz,
    foreign key (tenant_id, shop_id) references shops (tenant_id, id)
  )`,
  // Whom it goes to, and what it says, is looked up when it is sent.
  `create table messages (
    id uuid primary key,
    tenant_id integer not null,
    shop_id integer not null,
    kind text not null,
    channel text check (channel in ('mail', 'sms', 'push')),
    appointment_id integer,
    ticket_id uuid,
    waiting_id text,
    about jsonb not null,
    name text not null,
    status text not null check (status in ('planned', 'sending', 'sent', 'failed', 'skipped')),
    reason text,
    attempts integer not null default 0,
    cost bigint not null default 0,
    due_at timestamptz not null,
    valid_until timestamptz not null,
    queued_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (shop_id, name),
    foreign key (tenant_id, shop_id) references shops (tenant_id, id)
  )`,
  `create index messages_due on messages (due_at) where status in ('planned', 'sending')`,
  `create index messages_newest on messages (tenant_id, created_at desc, id desc)`,
  `create index messages_age on messages (created_at)`,
  `create table message_spend (
    tenant_id integer not null references tenants,
    month text not null,
    spent bigint not null,
    primary key (tenant_id, month)
  )`,
  `create table push_subscriptions (
    id uuid primary key,
    tenant_id integer not null,
    shop_id integer not null,
    appointment_id integer,
    ticket_id uuid,
    endpoint_hash bytea not null,
    sealed text not null,
    good_until timestamptz not null,
    check ((appointment_id is null) <> (ticket_id is null)),
    foreign key (tenant_id, shop_id) references shops (tenant_id, id)
  )`,
  `create unique index push_subscriptions_appointment on push_subscriptions (appointment_id, endpoint_hash)
    where appointment_id is not null`,
  `create unique index push_subscriptions_ticket on push_subscriptions (ticket_id, endpoint_hash)
    where ticket_id is not null`,
  `create index push_subscriptions_age on push_subscriptions (good_until)`,
  // Of the server: with these it signs what it hands to browsers' push services.
  `create table push_keys (
    id text primary key,
    public_key text not null,
    sealed text not null,
    created_at timestamptz not null
  )`,
];

const statements: readonly string[] = [
  ...tables,
  // Whoever erases a person, the person's browsers go with them.
  `create function forget_pushes() returns trigger language plpgsql as $$ begin
    if tg_table_name = 'visitors' then delete from push_subscriptions where ticket_id = old.ticket_id;
    else delete from push_subscriptions where appointment_id = old.appointment_id; end if;
    return null;
  end $$`,
  `create trigger forget_pushes after delete on visitors for each row execute function forget_pushes()`,
  `create trigger forget_pushes after delete on bookers for each row execute function forget_pushes()`,
  // Nobody is told of what was before there were messages.
  `insert into message_cursors (shop_id, tenant_id, seq) select id, tenant_id, seq from shops`,
  `create function claim_message_shops(moment timestamptz, hold_seconds integer, at_once integer)
    returns table (shop_id integer, tenant_id integer, seq bigint) ${asOwner} as $$
    insert into message_cursors (shop_id, tenant_id, seq)
      select s.id, s.tenant_id, 0 from shops s
      where not exists (select from message_cursors c where c.shop_id = s.id)
      on conflict do nothing;
    update message_cursors c set claimed_until = moment + make_interval(secs => hold_seconds)
      where c.shop_id in (
        select d.shop_id from message_cursors d
          join tenants t on t.id = d.tenant_id and t.suspended_at is null
          join shops s on s.id = d.shop_id
          where s.seq > d.seq and (d.claimed_until is null or d.claimed_until <= moment)
          limit at_once for update of d skip locked)
      returning c.shop_id, c.tenant_id, c.seq;
  $$`,
  // Those whose time has come, and those of which nothing was heard since they were handed out.
  `create function queue_messages(moment timestamptz, silent_seconds integer, at_once integer)
    returns table (id uuid, tenant_id integer) ${asOwner} as $$
    update messages m set queued_at = moment
      where m.id in (
        select d.id from messages d
          join tenants t on t.id = d.tenant_id and t.suspended_at is null
          where d.status in ('planned', 'sending') and d.due_at <= moment
            and (d.queued_at is null or d.queued_at < d.due_at
              or d.queued_at <= moment - make_interval(secs => silent_seconds))
          order by d.due_at limit at_once for update of d skip locked)
      returning m.id, m.tenant_id;
  $$`,
  // References only, and of no use to anybody after so long. A browser stays while its appointment is to come, which may
  // have been moved since the browser asked.
  `create function forget_messages(moment timestamptz, days integer, at_once integer) returns bigint ${asOwner} as $$
    delete from push_subscriptions p where p.good_until < moment and not exists (
      select from appointments a where a.id = p.appointment_id and a.ends_at > moment - interval '2 days');
    with gone as (delete from messages where id = any(array(
        select id from messages where created_at < moment - make_interval(days => greatest(days, 30))
        and status in ('sent', 'failed', 'skipped') limit at_once)) returning 1)
      select count(*) from gone;
  $$`,
];
