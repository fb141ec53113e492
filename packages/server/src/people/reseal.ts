import { type Kysely, sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { open, seal, type SealingKeys } from "./seal.ts";
import type { SealedColumn } from "./sealed-columns.ts";

export type ResealResult =
  | { readonly ok: true; readonly count: number }
  | { readonly ok: false; readonly where: string };

/** Rows at a time: a column may be as long as the list of staff. */
const PAGE = 500;

/** Seals anew, by the current key, whatever the key of this id sealed. Within the caller's transaction. */
export async function reseal(
  db: Kysely<Database>,
  keys: SealingKeys,
  keyId: string,
  columns: readonly SealedColumn[],
): Promise<ResealResult> {
  let count = 0;
  for (const column of columns) {
    for (;;) {
      const rows = await sealedRows(db, column, keyId);
      for (const { id, sealed } of rows) {
        const purpose = column.purpose(id);
        const text = open(keys, purpose, sealed);
        if (text === null) return { ok: false, where: `${column.table}.${column.column} of ${id}` };
        await write(db, column, id, seal(keys, purpose, text));
      }
      count += rows.length;
      if (rows.length < PAGE) break;
    }
  }
  return { ok: true, count };
}

async function sealedRows(
  db: Kysely<Database>,
  { table, id, column }: SealedColumn,
  keyId: string,
): Promise<readonly { readonly id: string; readonly sealed: string }[]> {
  const { rows } = await sql<{ id: string; sealed: string }>`
    select ${sql.ref(id)}::text as id, ${sql.ref(column)} as sealed from ${sql.table(table)}
    where ${sql.ref(column)} like ${`s1.${keyId}.%`} limit ${PAGE} for update`.execute(db);
  return rows;
}

async function write(
  db: Kysely<Database>,
  { table, id, column }: SealedColumn,
  row: string,
  sealed: string,
): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sealed}
    where ${sql.ref(id)}::text = ${row}`.execute(db);
}
