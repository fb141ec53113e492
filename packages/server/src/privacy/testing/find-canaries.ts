import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";

/** Where a canary was found, and which. */
export type Finding = string;

const TABLES = `select n.nspname as schema, c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_toast' and n.nspname <> 'information_schema'
    and c.relpersistence <> 't' and has_table_privilege(c.oid, 'select')
  union all values ('pg_catalog', 'pg_stats'), ('pg_catalog', 'pg_stats_ext'), ('pg_catalog', 'pg_stat_activity')`;

/** Small letters; bytes show as hex where a column holds them. */
function forms(canary: string): readonly string[] {
  const lower = canary.toLowerCase();
  return [lower, Buffer.from(lower).toString("hex"), Buffer.from(canary).toString("hex")];
}

/** Looks through every row of every table of every schema, the planner's statistics included, as text. */
export async function canariesInTables(
  client: pg.ClientBase,
  canaries: readonly string[],
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  const tables = await client.query<{ schema: string; name: string }>(TABLES);
  for (const { schema, name } of tables.rows) {
    const table = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
    for (const canary of canaries) {
      // The look's own text stands in pg_stat_activity.
      const own = name === "pg_stat_activity" ? "and pid <> pg_backend_pid()" : "";
      const answer = await client.query(
        `select from ${table} t where lower(t::text) like any($1) ${own} limit 1`,
        [forms(canary).map((form) => `%${form}%`)],
      );
      if (answer.rowCount !== 0) found.push(`${schema}.${name}: ${canary}`);
    }
  }
  return found;
}

/** Looks through all files under a directory, but not below the folders of these names. */
export async function canariesInFiles(
  directory: string,
  canaries: readonly string[],
  except: readonly string[],
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const parts = path.relative(directory, file).split(path.sep);
    if (!entry.isFile() || parts.some((part) => except.includes(part))) continue;
    const text = (await readFile(file)).toString("latin1").toLowerCase();
    for (const canary of canaries)
      if (forms(canary).some((form) => text.includes(form))) found.push(`${parts.join("/")}: ${canary}`);
  }
  return found;
}

export function canariesInText(text: string, canaries: readonly string[]): readonly Finding[] {
  const lower = text.toLowerCase();
  return canaries.filter((canary) => forms(canary).some((form) => lower.includes(form)));
}
