import { type Kysely, sql } from "kysely";

/** Invitations, forgotten passwords, counted sign-ins; and what is asked about people before a tenant is known. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Row-level security lets the owner through, so each of these tells no more than its question needs. */
function asOwner(signature: string, returns: string, body: string): string {
  return `create function ${signature} returns ${returns} language sql stable security definer
    set search_path = public, pg_temp as $$ ${body} $$`;
}

const statements: readonly string[] = [
  `create table invitations (
    id uuid primary key,
    tenant_id integer not null references tenants,
    email text not null,
    name text not null,
    role text not null check (role in ('admin', 'manager', 'agent', 'viewer')),
    shop_ids integer[] check (shop_ids is null or (role <> 'admin' and cardinality(shop_ids) between 1 and 500)),
    hash bytea not null unique check (length(hash) = 32),
    -- Null: by an operator of the server, who works elsewhere.
    invited_by integer,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    foreign key (tenant_id, invited_by) references staff (tenant_id, id)
  )`,
  // Accepted and withdrawn ones are deleted: the audit log keeps what was done, and nobody's address stays here.
  `create unique index invitations_email on invitations (tenant_id, email)`,
  asOwner(
    "invitation_of(sha256 bytea, at timestamptz)",
    `table (id uuid, tenant_id integer, tenant_name text, locale text, email text, name text, role text)`,
    `select i.id, t.id, t.name, t.locale, i.email, i.name, i.role
      from invitations i join tenants t on t.id = i.tenant_id
      where i.hash = sha256 and i.expires_at > at`,
  ),
  asOwner("has_staff()", "boolean", `select exists (select from staff)`),
  // Whether somebody else than this tenant has a say about the account, former staff included.
  asOwner(
    "works_elsewhere(account text, tenant integer)",
    "boolean",
    `select exists (select from staff where user_id = account and tenant_id <> tenant)`,
  ),
  `create table password_resets (
    hash bytea primary key check (length(hash) = 32),
    user_id text not null,
    expires_at timestamptz not null
  )`,
  `create index password_resets_user on password_resets (user_id)`,
  // The keys are keyed hashes, so that the table tells nobody's address.
  `create table counted_tries (
    key text primary key,
    tries integer not null,
    until timestamptz not null
  )`,
  `create index counted_tries_age on counted_tries (until)`,
  // Sessions that were kept with their token in the clear end here; whoever had one signs in again.
  `do $$ begin
    if to_regclass('auth.session') is not null then delete from auth.session; end if;
  end $$`,
];
