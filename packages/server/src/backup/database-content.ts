import type pg from "pg";
import { tenantTables } from "../storage/wall/tenant-tables.ts";
import type { SavedSequence, SavedTable } from "./backup-description.ts";
import { UnusableBackup } from "./unusable-backup.ts";

/** Where our tables are: our own, and better-auth's. */
export const SCHEMAS: readonly string[] = ["public", "auth"];

/** Not saved: made by the migrator and the header; the password of a role that belongs to that server alone. */
const LEFT_OUT = ["kysely_migration", "kysely_migration_lock", "incarnation", "app_logins"];

const TABLES = `select n.nspname as schema, c.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
      and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition
    and not (n.nspname = 'public' and c.relname = any($2))
  order by 1, 2`;

const SEQUENCES = `select schemaname as schema, sequencename as name, last_value::text as last
  from pg_sequences where schemaname = any($1) and last_value is not null order by 1, 2`;

export async function savedTables(client: pg.ClientBase): Promise<readonly SavedTable[]> {
  return (await client.query<SavedTable>(TABLES, [SCHEMAS, LEFT_OUT])).rows;
}

export async function savedSequences(client: pg.ClientBase): Promise<readonly SavedSequence[]> {
  return (await client.query<SavedSequence>(SEQUENCES, [SCHEMAS])).rows;
}

/** Row-level security would leave rows out without a word: so only a role that it lets through makes a backup. */
export async function mustSeeAll(client: pg.ClientBase): Promise<void> {
  const answer = await client.query<{ exempt: boolean }>(
    "select rolsuper or rolbypassrls as exempt from pg_roles where rolname = current_user",
  );
  if (answer.rows[0]?.exempt === true) return;
  const hidden = (await tenantTables(client)).find(({ forced, owned }) => forced && !owned);
  if (hidden === undefined) return;
  throw new UnusableBackup(
    "not-the-owner",
    `The database's role does not own its tables (${hidden.name}) and would see none of their rows: give the owner's address.`,
  );
}

export function quoted(client: pg.ClientBase, { schema, name }: { schema: string; name: string }): string {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
}

export function columnList(client: pg.ClientBase, { columns }: SavedTable): string {
  return columns.map((column) => client.escapeIdentifier(column)).join(", ");
}
