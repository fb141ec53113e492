import { type Kysely, sql } from "kysely";

/** Signing keys in rows of their own, so that there may be several at a time; the one there was goes on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements: readonly string[] = [
  `create table signing_keys (
    id text primary key check (id ~ '^[0-9a-f]{8}$'),
    wrapped jsonb not null,
    created_at timestamptz not null,
    signs_from timestamptz not null,
    accepted_until timestamptz
  )`,
  `insert into signing_keys (id, wrapped, created_at, signs_from)
    select '00000001', value, now(), now() from settings where name = 'signing-key'`,
  `delete from settings where name = 'signing-key'`,
];
