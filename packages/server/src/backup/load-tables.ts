import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { BackupHeader, SavedTable } from "./backup-description.ts";
import { columnList, quoted, savedTables, SCHEMAS } from "./database-content.ts";
import { readBackup } from "./read-backup.ts";
import { UnusableBackup } from "./unusable-backup.ts";

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

const FOREIGN_KEYS = `select k.conrelid::regclass::text as table, quote_ident(k.conname) as name,
    pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_namespace n on n.oid = k.connamespace
  where k.contype = 'f' and n.nspname = any($1) and k.conparentid = 0 order by 1, 2`;

/**
 * Fills the freshly made tables from the file. References between tables are taken away meanwhile, so that their
 * order does not matter, and checked over all rows when they come back; our own triggers rest, because every row
 * comes as it was.
 */
export async function loadTables(client: pg.ClientBase, file: string): Promise<void> {
  const references = (await client.query<ForeignKey>(FOREIGN_KEYS, [SCHEMAS])).rows;
  for (const { table, name } of references)
    await client.query(`alter table ${table} drop constraint ${name}`);
  const standing = await savedTables(client);
  for (const table of standing) await emptied(client, table);
  const { header, ends } = await readBackup(file, (table, rows) => load(client, standing, table, rows));
  for (const table of standing)
    await client.query(`alter table ${quoted(client, table)} enable trigger user`);
  for (const { table, name, definition } of references)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  await setSequences(client, header);
  for (const [index, table] of header.tables.entries()) await mustHold(client, table, ends[index]?.rows ?? 0);
}

/** Migrations fill some tables with a first row, which the backup brings as it became. */
async function emptied(client: pg.ClientBase, table: SavedTable): Promise<void> {
  await client.query(`alter table ${quoted(client, table)} disable trigger user`);
  await client.query(`delete from ${quoted(client, table)}`);
}

async function load(
  client: pg.ClientBase,
  standing: readonly SavedTable[],
  table: SavedTable,
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const here = standing.find(({ schema, name }) => schema === table.schema && name === table.name);
  if (here === undefined || !table.columns.every((column) => here.columns.includes(column)))
    throw new UnusableBackup(
      "backup-foreign",
      `The backup's table ${table.name} is not one that this version's migrations make.`,
    );
  const text = `copy ${quoted(client, table)} (${columnList(client, table)}) from stdin`;
  await pipeline(Readable.from(rows, { objectMode: false }), client.query(copyFrom(text)));
}

async function setSequences(client: pg.ClientBase, header: BackupHeader): Promise<void> {
  for (const sequence of header.sequences)
    await client.query("select setval($1::regclass, $2::bigint, true)", [
      quoted(client, sequence),
      sequence.last,
    ]);
}

async function mustHold(client: pg.ClientBase, table: SavedTable, rows: number): Promise<void> {
  const answer = await client.query<{ count: string }>(
    `select count(*)::text as count from ${quoted(client, table)}`,
  );
  if (answer.rows[0]?.count === String(rows)) return;
  throw new Error(
    `The table ${table.name} holds ${answer.rows[0]?.count} rows after ${rows} were brought in.`,
  );
}
