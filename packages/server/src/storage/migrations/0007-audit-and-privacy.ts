import { type Kysely, sql } from "kysely";

/** The audit log with its chains, and what the erasure of visitors' data needs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Shorter than this nobody can make the log forget, whatever they call. */
const LEAST_DAYS_KEPT = 30;

const statements: readonly string[] = [
  // Where each chain stands: its newest entry, and the last one that was let go ("anchor"), from which what is
  // left can still be verified. Chain 0 is the platform's.
  `create table audit_heads (
    chain integer primary key,
    tenant_id integer references tenants,
    seq bigint not null default 0,
    hash bytea not null default decode(repeat('00', 32), 'hex'),
    anchor_seq bigint not null default 0,
    anchor_hash bytea not null default decode(repeat('00', 32), 'hex'),
    anchor_at timestamptz,
    check (chain = coalesce(tenant_id, 0)),
    check (anchor_seq <= seq)
  )`,
  `create table audit_log (
    chain integer not null references audit_heads,
    seq bigint not null,
    tenant_id integer references tenants,
    at timestamptz not null,
    actor_kind text not null,
    actor_id text,
    action text not null,
    subject text,
    shop_id integer,
    ip text,
    detail jsonb not null,
    prev_hash bytea not null,
    hash bytea not null,
    primary key (chain, seq),
    check (chain = coalesce(tenant_id, 0))
  )`,
  `create index audit_log_time on audit_log (chain, at, seq)`,
  // The page of the audit log shows the shops' events beside it, by time.
  `create index events_time on events (shop_id, at, seq)`,
  // The only way in. The chain's row is locked, so that notes of any number of nodes make one chain.
  `create function audit_append(of_tenant integer, entry text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      own integer := coalesce(of_tenant, 0);
      e jsonb := entry::jsonb;
      head audit_heads;
      now_hash bytea;
    begin
      insert into audit_heads (chain, tenant_id) values (own, of_tenant) on conflict (chain) do nothing;
      select * into strict head from audit_heads h where h.chain = own for update;
      now_hash := sha256(head.hash || convert_to(E'\\n' || (head.seq + 1)::text || E'\\n' || entry, 'UTF8'));
      insert into audit_log
        (chain, seq, tenant_id, at, actor_kind, actor_id, action, subject, shop_id, ip, detail, prev_hash, hash)
      values (own, head.seq + 1, of_tenant, to_timestamp((e->>'at')::float8 / 1000),
        e->'actor'->>'kind', e->'actor'->>'id', e->>'action', e->>'subject', (e->>'shopId')::integer,
        e->>'ip', e->'detail', head.hash, now_hash);
      update audit_heads h set seq = head.seq + 1, hash = now_hash where h.chain = own;
      return head.seq + 1;
    end $$`,
  // Lets go of the oldest entries, a bounded number at a time: first the anchor moves, which the trigger below checks.
  `create function audit_prune(of_tenant integer, before timestamptz, at_most integer) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      own integer := coalesce(of_tenant, 0);
      head audit_heads;
      last audit_log;
      gone bigint;
    begin
      select * into head from audit_heads h where h.chain = own for update;
      if not found then return 0; end if;
      select l.* into last from audit_log l
        where l.chain = own and l.seq <= head.anchor_seq + at_most and l.seq < coalesce(
          (select min(k.seq) from audit_log k where k.chain = own and k.at >= before), head.seq + 1)
        order by l.seq desc limit 1;
      if not found then return 0; end if;
      update audit_heads h set anchor_seq = last.seq, anchor_hash = last.hash, anchor_at = last.at
        where h.chain = own;
      delete from audit_log l where l.chain = own and l.seq <= last.seq;
      get diagnostics gone = row_count;
      return gone;
    end $$`,
  `create function audit_refuse() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if tg_op = 'DELETE' and tg_table_name = 'audit_log' then
        if exists (select from audit_heads h where h.chain = old.chain and old.seq <= h.anchor_seq) then
          return old;
        end if;
      end if;
      raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
    end $$`,
  // A head moves by exactly one entry that is there and follows from the one before; its anchor only to an entry
  // that is there and old enough.
  `create function audit_head_moves() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
    begin
      if new.chain = old.chain and new.tenant_id is not distinct from old.tenant_id then
        if new.anchor_seq = old.anchor_seq and new.anchor_hash = old.anchor_hash
          and new.anchor_at is not distinct from old.anchor_at and new.seq = old.seq + 1 and exists (
            select from audit_log l where l.chain = new.chain and l.seq = new.seq
              and l.prev_hash = old.hash and l.hash = new.hash) then
          return new;
        end if;
        if new.seq = old.seq and new.hash = old.hash and new.anchor_seq > old.anchor_seq and exists (
            select from audit_log l where l.chain = new.chain and l.seq = new.anchor_seq
              and l.hash = new.anchor_hash and l.at = new.anchor_at
              and l.at < now() - interval '${LEAST_DAYS_KEPT} days') then
          return new;
        end if;
      end if;
      raise exception 'the audit log is append-only' using errcode = 'insufficient_privilege';
    end $$`,
  `create trigger audit_log_stays before update or delete on audit_log for each row execute function audit_refuse()`,
  `create trigger audit_log_stays_whole before truncate on audit_log execute function audit_refuse()`,
  `create trigger audit_heads_move before update on audit_heads for each row execute function audit_head_moves()`,
  `create trigger audit_heads_stay before delete on audit_heads for each row execute function audit_refuse()`,
  `create trigger audit_heads_stay_whole before truncate on audit_heads execute function audit_refuse()`,
  `alter table tenants add column retention_days integer not null default 30 check (retention_days between 1 and 3650)`,
  `alter table tenants add column audit_days integer not null default 400 check (audit_days between 90 and 3650)`,
  `create table privacy_runs (
    id bigint generated always as identity primary key,
    tenant_id integer not null references tenants,
    started_at timestamptz not null,
    finished_at timestamptz,
    -- Erased was what ended before.
    cutoff timestamptz not null,
    retention_days integer not null,
    erased integer not null default 0,
    audit_pruned integer not null default 0,
    -- Of the visits whose data is still held, the earliest end.
    oldest_left timestamptz,
    -- Whether a second look found nothing older than the cutoff; null while it runs.
    verified boolean
  )`,
  `create index privacy_runs_newest on privacy_runs (tenant_id, id)`,
  // Whose turn it is: the last run that was finished began before, longest ago first.
  `create function privacy_due(before timestamptz, at_most integer) returns table (tenant_id integer)
    language sql stable security definer set search_path = public, pg_temp as $$
    select t.id from tenants t
      left join lateral (select r.started_at from privacy_runs r
        where r.tenant_id = t.id and r.finished_at is not null order by r.id desc limit 1) last on true
      where last.started_at is null or last.started_at < before
      order by last.started_at nulls first, t.id limit at_most $$`,
  `create index visitors_tenant_phone on visitors (tenant_id, phone) where phone is not null`,
  `create index visitors_tenant_email on visitors (tenant_id, lower(email)) where email is not null`,
  // The planner's statistics keep samples of what they count, which no erasure would reach: none of these.
  ...["full_name", "phone", "email"].map(
    (column) => `alter table visitors alter column ${column} set statistics 0`,
  ),
  `alter index visitors_tenant_email alter column 2 set statistics 0`,
  `create index tickets_number on tickets (tenant_id, number)`,
];
