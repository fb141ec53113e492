import type pg from "pg";

interface Column {
  readonly name: string;
  readonly type: string;
  /** Its own check constraints, as they were written. */
  readonly checks: string;
}

/** The first of two columns of which a check wants exactly one. */
const ONE_OF = `(select substring(pg_get_constraintdef(k.oid) from '\\((\\w+) IS NULL\\) <> \\(\\w+ IS NULL\\)')
  from pg_constraint k where k.contype = 'c' and k.conrelid = c.table_name::regclass)`;

const COLUMNS = `select c.column_name as name, c.data_type as type, coalesce((
    select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
    where k.contype = 'c' and k.conrelid = c.table_name::regclass and a.attname = c.column_name), '') as checks
  from information_schema.columns c
  where c.table_schema = 'public' and c.table_name = $1 and c.column_default is null and c.is_identity = 'NO'
  and (c.is_nullable = 'NO' or c.column_name = any(array${ONE_OF}))`;

/** The first of the texts that a check lists. */
const LISTED = /= (?:ANY \(+ARRAY\[)?('[^']*')/;

const BY_TYPE: Readonly<Record<string, string>> = {
  integer: "floor(random() * 2000000000)::integer",
  bigint: "floor(random() * 2000000000)::bigint",
  "double precision": "random()",
  text: "gen_random_uuid()::text",
  uuid: "gen_random_uuid()",
  boolean: "true",
  jsonb: "'{}'",
  json: "'{}'",
  bytea: "sha256(gen_random_uuid()::text::bytea)",
  "timestamp with time zone": "now()",
  tstzrange: "tstzrange(now(), now() + interval '1 hour')",
  // Of numbers and of texts.
  ARRAY: "'{1}'",
};

/** An insert of a row of this tenant's into whatever table it is, so that a new table is tested without being named. */
export async function insertFor(
  owner: pg.ClientBase,
  table: { readonly name: string; readonly key: string },
  tenantId: number,
): Promise<string> {
  const { rows } = await owner.query<Column>(COLUMNS, [table.name]);
  const values = new Map(rows.map((column) => [column.name, valueFor(table.name, column)]));
  values.set(table.key, String(tenantId));
  // The audit log's chains are named after their tenants.
  if (values.has("chain")) values.set("chain", String(tenantId));
  return `insert into ${table.name} (${[...values.keys()].join()}) values (${[...values.values()].join()})`;
}

function valueFor(table: string, { name, type, checks }: Column): string {
  const value = LISTED.exec(checks)?.[1] ?? BY_TYPE[type];
  if (value === undefined) throw new Error(`no value is known for ${table}.${name}, a ${type}`);
  return value;
}
