import { createHash } from "node:crypto";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { BackupHeader, SavedTable, TableEnd } from "./backup-description.ts";
import { columnList, mustSeeAll, quoted, savedSequences, savedTables } from "./database-content.ts";
import { encodeFrame, LARGEST_PAYLOAD } from "./frames.ts";

export interface BackupOptions {
  readonly now: number;
  /** To be saved with the rest, or null. */
  readonly secret: string | null;
}

/** What a backup came to. */
export interface BackupSummary {
  readonly header: BackupHeader;
  readonly ends: readonly TableEnd[];
}

/** The same text whatever the database is set to. */
const SETTINGS = `select set_config('datestyle', 'ISO', true), set_config('intervalstyle', 'postgres', true),
  set_config('timezone', 'UTC', true), set_config('extra_float_digits', '1', true),
  set_config('bytea_output', 'hex', true), set_config('lock_timeout', '30s', true),
  set_config('statement_timeout', '1h', true)`;

/** The whole database as it stood at one moment, while others go on writing. The client is of no other use meanwhile. */
export async function* backupFrames(
  client: pg.ClientBase,
  options: BackupOptions,
): AsyncGenerator<Buffer, BackupSummary> {
  await client.query("begin isolation level repeatable read, read only");
  try {
    await client.query(SETTINGS);
    await mustSeeAll(client);
    const header = await describe(client, options);
    yield encodeFrame("H", json(header));
    const ends: TableEnd[] = [];
    for (const table of header.tables) {
      const end = yield* tableFrames(client, table);
      ends.push(end);
      yield encodeFrame("E", json(end));
    }
    yield encodeFrame("F", json({ tables: ends }));
    return { header, ends };
  } finally {
    await client.query("rollback");
  }
}

async function describe(client: pg.ClientBase, { now, secret }: BackupOptions): Promise<BackupHeader> {
  const epoch = await client.query<{ epoch: string; postgres: string }>(
    "select epoch, current_setting('server_version') as postgres from incarnation",
  );
  const migrations = await client.query<{ name: string }>("select name from kysely_migration order by name");
  const found = epoch.rows[0];
  if (found === undefined) throw new Error("a database has one incarnation");
  return {
    createdAt: new Date(now).toISOString(),
    epoch: found.epoch,
    postgres: found.postgres,
    migrations: migrations.rows.map(({ name }) => name),
    tables: [...(await savedTables(client))],
    sequences: [...(await savedSequences(client))],
    secret,
  };
}

async function* tableFrames(client: pg.ClientBase, table: SavedTable): AsyncGenerator<Buffer, TableEnd> {
  const hash = createHash("sha256");
  // Of a query, because a partitioned table itself cannot be copied.
  const stream = client.query(
    copyTo(`copy (select ${columnList(client, table)} from ${quoted(client, table)}) to stdout`),
  );
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    hash.update(chunk);
    for (let at = 0; at < chunk.length; at += LARGEST_PAYLOAD)
      yield encodeFrame("D", chunk.subarray(at, at + LARGEST_PAYLOAD));
  }
  return { rows: stream.rowCount, sha256: hash.digest("hex") };
}

function json(value: object): Buffer {
  return Buffer.from(JSON.stringify(value));
}
