import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { pino } from "pino";
import { startEmbedded } from "../embedded/start-embedded.ts";
import { numberTypes } from "../number-types.ts";
import { type OpenDatabase, openDatabase } from "../open-database.ts";

export interface TestDatabase extends OpenDatabase {
  /** The owner's, who is the superuser here. */
  readonly connectionString: string;
  /** Sees all rows: to look behind the wall. */
  readonly owner: pg.Pool;
}

/** Left by test runs that were killed. */
const STALE_MS = 3_600_000;

/**
 * A fresh, migrated database on a real PostgreSQL that all test processes of this user share: the first
 * one starts it, the last one to close stops it.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const log = pino({ level: "silent" });
  const dataDir = path.join(tmpdir(), `callnext-test-${process.getuid?.() ?? "user"}`);
  const embedded = await startEmbedded({ dataDir, log });
  const name = `test_${Date.now()}_${randomBytes(4).toString("hex")}`;
  await maintain(embedded.connectionString, async (client) => {
    await client.query(`create database ${name}`);
  });
  const url = new URL(embedded.connectionString.replace("@/", "@base/"));
  url.pathname = `/${name}`;
  const connectionString = url.href.replace("@base/", "@/");
  const database = await openDatabase({ connectionString, log });
  const owner = new pg.Pool({ connectionString, max: 2, types: numberTypes });
  owner.on("error", () => undefined);
  owner.on("connect", (client) => client.on("error", () => undefined));
  const close = async (): Promise<void> => {
    await database.close();
    await owner.end();
    await maintain(embedded.connectionString, async (client) => {
      await client.query(`drop database ${name} with (force)`);
      await client.query(`drop role if exists ${name}_app`);
      await dropStale(client);
    });
    await embedded.stop();
  };
  return { ...database, connectionString, owner, close, [Symbol.asyncDispose]: close };
}

async function maintain(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function dropStale(client: pg.Client): Promise<void> {
  const found = await client.query<{ datname: string }>(
    "select datname from pg_database where datname like 'test_%'",
  );
  for (const { datname } of found.rows) {
    if (Number(datname.split("_")[1]) > Date.now() - STALE_MS) continue;
    await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`);
    await client.query(`drop role if exists ${client.escapeIdentifier(`${datname}_app`)}`);
  }
}
