import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { migrations } from "./all.ts";

/** Displays as they were before there was a choice, and what became of them. */
async function upgraded(database: TestDatabase, name: string, demo: boolean): Promise<readonly object[]> {
  await database.owner.query(`create database ${name}`);
  const url = new URL(database.connectionString.replace("@/", "@base/"));
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href.replace("@base/", "@/"), max: 2 });
  // The database is dropped under connections that may still be closing.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    });
    await migrator.migrateTo("0004-second-factors");
    await pool.query(
      `insert into tenants (slug, name, locale) values ('clinique-madeleine', 'C', 'fr'), ('ours', 'O', 'fr')`,
    );
    await pool.query(`insert into shops (tenant_id, slug, at, service_day, body)
      select id, slug, 0, '2026-11-22', '{}' from tenants`);
    await pool.query(`insert into displays (id, tenant_id, shop_id, body)
      select 'd-' || slug, tenant_id, id, '{"name": "Hall"}' from shops`);
    if (demo) await pool.query(`insert into settings values ('demo', '{"state": "filled"}')`);
    const { error } = await migrator.migrateToLatest();
    expect(error).toBeUndefined();
    return (await pool.query<{ id: string; body: object }>("select id, body from displays order by id")).rows;
  } finally {
    await db.destroy();
    if (!pool.ended) await pool.end();
    await database.owner.query(`drop database ${name} with (force)`);
  }
}

test("of the displays made before, the demo's stay public, and all others are for their own screens", async () => {
  await using database = await openTestDatabase();
  const name = `test_${Date.now()}_upgrade_${process.pid}`;
  const body = (isPublic: boolean): object => ({ name: "Hall", public: isPublic });
  expect(await upgraded(database, name, true)).toEqual([
    { id: "d-clinique-madeleine", body: body(true) },
    { id: "d-ours", body: body(false) },
  ]);
  expect(await upgraded(database, name, false)).toEqual([
    { id: "d-clinique-madeleine", body: body(false) },
    { id: "d-ours", body: body(false) },
  ]);
});
