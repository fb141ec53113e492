import { type Kysely, sql } from "kysely";

/** Boards and kiosks with a key of their own, how they get it, and which displays anyone may look at. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** As in 0003: asked before a tenant is known. */
const asOwner = "language sql security definer set search_path = public, pg_temp";

const deviceColumns = `table (id uuid, tenant_id integer, tenant_slug text, shop_id integer, display_id text,
  kind text, name text, last_seen_at timestamptz)`;

const statements: readonly string[] = [
  `alter table displays add constraint displays_place unique (tenant_id, shop_id, id)`,
  `create table devices (
    id uuid primary key,
    tenant_id integer not null,
    shop_id integer not null,
    kind text not null check (kind in ('board', 'kiosk')),
    display_id text,
    name text not null,
    key_hash text unique,
    paired_by integer,
    paired_at timestamptz not null,
    last_seen_at timestamptz,
    revoked_at timestamptz,
    foreign key (tenant_id, shop_id) references shops (tenant_id, id),
    foreign key (tenant_id, shop_id, display_id) references displays (tenant_id, shop_id, id),
    foreign key (tenant_id, paired_by) references staff (tenant_id, id)
  )`,
  `create index devices_tenant on devices (tenant_id, paired_at) where revoked_at is null`,
  // No tenant's: whose screen it will be is not known while its code stands there.
  `create table device_pairings (
    id uuid primary key,
    code_hash text not null unique,
    secret_hash text not null,
    expires_at timestamptz not null,
    device_id uuid references devices on delete cascade,
    taken_at timestamptz
  )`,
  `create index device_pairings_age on device_pairings (expires_at)`,
  `create function device_of_key(hash text) returns ${deviceColumns} stable ${asOwner} as $$
    select d.id, d.tenant_id, t.slug, d.shop_id, d.display_id, d.kind, d.name, d.last_seen_at
      from devices d join tenants t on t.id = d.tenant_id
      where d.key_hash = hash and d.revoked_at is null
  $$`,
  `create function devices_in_force(ids uuid[]) returns table (id uuid, display_id text) stable ${asOwner} as $$
    select d.id, d.display_id from devices d
      where d.id = any(ids) and d.key_hash is not null and d.revoked_at is null
  $$`,
  `create function devices_seen(ids uuid[], at timestamptz) returns void volatile ${asOwner} as $$
    update devices set last_seen_at = at
      where id = any(ids) and revoked_at is null and (last_seen_at is null or last_seen_at < at)
  $$`,
  // One statement: of two that ask at once, one gets the row and thereby sets its key.
  `create function take_device_key(pairing uuid, secret text, hash text, at timestamptz)
    returns ${deviceColumns} volatile ${asOwner} as $$
    with taken as (
      update device_pairings p set taken_at = at
        where p.id = pairing and p.secret_hash = secret and p.device_id is not null and p.taken_at is null
          and p.expires_at > at
        returning p.device_id
    )
    update devices d set key_hash = hash, last_seen_at = at
      from taken, tenants t
      where d.id = taken.device_id and t.id = d.tenant_id and d.revoked_at is null
      returning d.id, d.tenant_id, t.slug, d.shop_id, d.display_id, d.kind, d.name, d.last_seen_at
  $$`,
  // Whoever set the demo up could look at its boards, and still can; elsewhere the boards are paired.
  `update displays set body = body || jsonb_build_object('public',
    exists (select from settings where name = 'demo' and value->>'state' = 'filled')
      and tenant_id in (select id from tenants where slug in ('clinique-madeleine', 'salon-teranga')))`,
];
