import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Config } from "../config/config.ts";
import { readConfig } from "../config/read-config.ts";
import { openKeyRing } from "../people/key-ring.ts";
import { wrapKey } from "../people/wrapped-key.ts";
import { asOwner } from "../storage/as-owner.ts";
import { migrations } from "../storage/migrations/all.ts";
import { openDatabase } from "../storage/open-database.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { makeBackup } from "./make-backup.ts";
import { restoreConfigured } from "./restore-configured.ts";

const log = pino({ level: "silent" });
let base: TestDatabase;
let directory: string;
let owner: string;
let names: string[] = [];

beforeAll(async () => {
  base = await openTestDatabase();
});
afterAll(() => base.close());

/** As the superuser, who alone makes databases here. */
const maintain = (text: string): Promise<unknown> =>
  asOwner(base.connectionString, ({ client }) => client.query(text));

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "callnext-other-"));
  owner = `owner_${randomBytes(4).toString("hex")}`;
  await maintain(`create role ${owner} login createrole nosuperuser`);
});
afterEach(async () => {
  for (const name of names) {
    await maintain(`drop database ${name} with (force)`);
    await maintain(`drop role if exists ${name}_app`);
  }
  names = [];
  await maintain(`drop role ${owner}`);
  await rm(directory, { recursive: true });
});

/** An empty database of an owner without special rights, as an ordinary server offers it. */
async function emptyDatabase(): Promise<Config> {
  const name = `test_${Date.now()}_${randomBytes(4).toString("hex")}`;
  names.push(name);
  await maintain(`create database ${name} owner ${owner}`);
  const url = base.connectionString.replace(
    /^postgresql:\/\/[^@]*@\/[^?]*/,
    `postgresql://${owner}@/${name}`,
  );
  const read = readConfig({ CALLNEXT_SECRET: "one secret for both" });
  if (!read.ok) throw new Error(read.message);
  return { ...read.config, databaseUrl: url, dataDir: directory };
}

function ask<Row extends object>(config: Config, text: string): Promise<readonly Row[]> {
  return asOwner(config.databaseUrl ?? "", async ({ client }) => (await client.query<Row>(text)).rows);
}

const restore = (config: Config, file: string) =>
  restoreConfigured(config, {
    file,
    replace: false,
    newKeys: false,
    keepSessions: false,
    log,
    now: Date.now(),
  });
const backup = (config: Config) =>
  makeBackup(config, { file: null, withSecret: false, log, now: Date.now() });

describe("a database of one's own", { timeout: 60_000 }, () => {
  test("P1 P15 an owner without special rights saves every tenant's rows and puts them back behind the wall", async () => {
    const [from, to] = [await emptyDatabase(), await emptyDatabase()];
    await (await openDatabase({ connectionString: from.databaseUrl ?? "", log })).close();
    await ask(from, "insert into tenants (slug, name, locale) values ('a', 'A', 'fr'), ('b', 'B', 'en')");
    const made = await backup(from);
    expect((await restore(to, made.file)).rows).toBe(made.ends.reduce((sum, { rows }) => sum + rows, 0));
    expect(await ask(to, "select slug from tenants order by slug")).toEqual([{ slug: "a" }, { slug: "b" }]);

    await using database = await openDatabase({ connectionString: to.databaseUrl ?? "", log });
    expect((await database.pool.query("select slug from tenants")).rows).toEqual([]);
  });

  test("of two restores at once into an empty database one is done, the other refused", async () => {
    const [from, to] = [await emptyDatabase(), await emptyDatabase()];
    await (await openDatabase({ connectionString: from.databaseUrl ?? "", log })).close();
    const { file } = await backup(from);
    const [one, two] = await Promise.allSettled([restore(to, file), restore(to, file)]);
    const refused = [one, two].filter((result) => result.status === "rejected");
    expect(refused).toMatchObject([{ reason: { code: "database-not-empty" } }]);
  });

  test("a role that would not see all rows is refused, instead of saving some of them", async () => {
    const config = await emptyDatabase();
    const opened = await openDatabase({ connectionString: config.databaseUrl ?? "", log });
    await opened.close();
    await expect(backup({ ...config, databaseUrl: opened.appConnectionString })).rejects.toMatchObject({
      code: "not-the-owner",
    });
  });

  test("a database without anything of Callnext is named", async () => {
    await expect(backup(await emptyDatabase())).rejects.toThrow(/holds nothing of Callnext yet/);
  });

  test("a backup of the first version comes back in this one, with all that was migrated since", async () => {
    const [from, to] = [await emptyDatabase(), await emptyDatabase()];
    const pool = new pg.Pool({ connectionString: from.databaseUrl ?? "", max: 1 });
    const migrator = new Migrator({
      db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }),
      provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    });
    expect((await migrator.migrateTo("0001-initial")).error).toBeUndefined();
    await pool.query("insert into tenants (slug, name, locale) values ('a', 'A', 'fr')");
    await pool.query("select setval('service_ids', 41)");
    const key = randomBytes(32);
    const wrapped = JSON.stringify(await wrapKey(key, from.secret ?? ""));
    await pool.query("insert into settings (name, value) values ('signing-key', $1)", [wrapped]);
    await pool.end();
    const made = await backup(from);
    expect(made.header.migrations).toEqual(["0001-initial"]);
    await restore(to, made.file);
    expect(await ask(to, "select slug, retention_days from tenants")).toEqual([
      { slug: "a", retention_days: 30 },
    ]);
    expect(await ask(to, "select count(*)::integer as applied from kysely_migration")).toEqual([
      { applied: Object.keys(migrations).length },
    ]);
    const ring = await asOwner(to.databaseUrl ?? "", async ({ db }) => {
      const secrets = { current: to.secret ?? "", previous: null };
      await using opened = await openKeyRing({ db, secrets, log, now: Date.now });
      return opened.accepted;
    });
    expect(ring.map(({ bytes }) => bytes)).toEqual([key]);
    expect(await ask(to, "select nextval('service_ids')::integer as next")).toEqual([{ next: 42 }]);
  });
});
