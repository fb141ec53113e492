import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorCode } from "../error-code.ts";
import { openTestDatabase, type TestDatabase } from "../testing/test-database.ts";
import { APP_RIGHTS } from "./app-rights.ts";
import { buildWall } from "./raise-wall.ts";
import { type TenantTable, tenantTables } from "./tenant-tables.ts";
import { insertFor } from "./testing/row-for.ts";

const MINE = 1;
const FOREIGN = 2;

let database: TestDatabase;
let owner: pg.PoolClient;
let app: pg.Client;
let tables: readonly TenantTable[];

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await database.owner.connect();
  app = new pg.Client({ connectionString: database.appConnectionString });
  await app.connect();
  tables = await tenantTables(owner);
  // Rows alone, without what they would point to.
  await owner.query("set session_replication_role = replica");
  for (const table of tables)
    for (const tenant of [MINE, FOREIGN]) await owner.query(await insertFor(owner, table, tenant));
  await owner.query("set session_replication_role = origin");
}, 60_000);

afterAll(async () => {
  await app.end();
  owner.release();
  await database.close();
});

/** As the server's role, and as if nothing had been. */
async function attempt(tenant: number | null, sql: string): Promise<pg.QueryResult | string> {
  await app.query("begin");
  try {
    if (tenant !== null) await app.query(`set local app.tenant = '${tenant}'`);
    return await app.query(sql);
  } catch (error) {
    return errorCode(error) ?? "";
  } finally {
    await app.query("rollback");
  }
}

const REFUSED = "42501";

async function touched(tenant: number | null, sql: string): Promise<number | string> {
  const answer = await attempt(tenant, sql);
  return typeof answer === "string" ? answer : (answer.rowCount ?? 0);
}

describe("P15 the database's own wall between tenants", () => {
  it("stands around every table with a tenant, for its owner too", () => {
    expect(tables.length).toBeGreaterThan(12);
    for (const { name, forced, policies, owned } of tables)
      expect({ name, forced, policies, owned }).toEqual({
        name,
        forced: true,
        policies: ["owner", "tenant"],
        owned: true,
      });
  });

  it("shows and takes rows of the tenant that is set, in every table, and of no other", async () => {
    for (const table of tables) {
      const { name, key } = table;
      const foreign = `${key} = ${FOREIGN}`;
      const found = {
        name,
        own: await touched(MINE, `select from ${name}`),
        seen: await touched(MINE, `select from ${name} where ${foreign}`),
        changed: await touched(MINE, `update ${name} set ${key} = ${key} where ${foreign}`),
        deleted: await touched(MINE, `delete from ${name} where ${foreign}`),
        // Neither made as another tenant's, nor handed over to one.
        made: await touched(MINE, await insertFor(owner, table, FOREIGN)),
        handedOver: await touched(MINE, `update ${name} set ${key} = ${FOREIGN}`),
      };
      const none = expect.toBeOneOf([0, REFUSED]);
      const refused = { made: REFUSED, handedOver: REFUSED };
      expect(found).toEqual({ name, own: 1, seen: 0, changed: none, deleted: none, ...refused });
    }
  });

  it("shows nothing where no tenant is set, also on a connection that had one", async () => {
    await attempt(MINE, "select 1");
    for (const { name } of tables)
      expect([name, await touched(null, `select from ${name}`)]).toEqual([name, 0]);
  });

  it("is left as it is by a start that finds it standing", async () => {
    await owner.query("begin");
    const role = await app.query<{ name: string }>("select session_user as name");
    await buildWall(owner, role.rows[0]?.name ?? "");
    const { rows } = await owner.query<{ wrote: string | null }>(
      "select pg_current_xact_id_if_assigned()::text as wrote",
    );
    await owner.query("rollback");
    expect(rows[0]?.wrote).toBeNull();
  });

  it("lets no foreign key lead from one tenant to another", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.conrelid::regclass || ' ' || c.conname as name from pg_constraint c
        where c.contype = 'f' and c.conrelid::regclass::text = any($1) and c.confrelid::regclass::text = any($1)
        and c.confrelid <> 'tenants'::regclass and not exists (
          select from unnest(c.conkey, c.confkey) as k(here, there)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.here
          join pg_attribute b on b.attrelid = c.confrelid and b.attnum = k.there
          where (a.attname, b.attname) in (('tenant_id', 'tenant_id'), ('chain', 'chain')))`,
      [tables.map(({ name }) => name)],
    );
    expect(rows).toEqual([]);
  });
});

describe("P15 the server's database role", () => {
  it("has the rights that are listed, and no others", async () => {
    const { rows } = await owner.query<{ name: string; rights: string[] }>(
      `select c.relname as name, array(select p from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE',
          'TRUNCATE', 'REFERENCES', 'TRIGGER']) p where has_table_privilege($1, c.oid, p)) as rights
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f')`,
      [new URL(database.appConnectionString.replace(/@.*/, "@x/")).username],
    );
    const found = Object.fromEntries(rows.map(({ name, rights }) => [name, rights.toSorted()]));
    const listed = Object.fromEntries(
      Object.entries(APP_RIGHTS).map(([name, rights]) => [name, rights.toSorted()]),
    );
    const closed = { app_logins: [], kysely_migration: [], kysely_migration_lock: [] };
    expect(found).toEqual({ ...listed, ...closed });
  });

  it.each([
    "create table public.t (id integer)",
    "create temporary table t (id integer)",
    "create schema s",
    "create function public.f() returns integer language sql as 'select 1'",
    "alter table visitors disable row level security",
    "alter table visitors no force row level security",
    "drop policy tenant on visitors",
    "create policy all_of_it on visitors using (true)",
    "drop table command_answers",
    "truncate visitors",
    "alter role current_user bypassrls",
    "create role r",
    "copy (select 1) to program 'true'",
    "set session authorization callnext",
    "set role callnext",
    "select * from app_logins",
    "update incarnation set epoch = 'mine'",
  ])("is refused: %s", async (sql) => {
    expect(await attempt(MINE, sql)).toBe(REFUSED);
  });

  it("P14 cannot rewrite the event log or the audit log, and can erase a visitor", async () => {
    for (const log of ["events", "audit_log"]) {
      expect(await touched(MINE, `update ${log} set at = now()`)).toBe(REFUSED);
      expect(await touched(MINE, `delete from ${log}`)).toBe(REFUSED);
      expect(await touched(MINE, `truncate ${log}`)).toBe(REFUSED);
    }
    expect(await touched(MINE, "delete from visitors")).toBe(1);
  });

  it("is nobody else by `reset role`, and sees no more where row security is switched off", async () => {
    await app.query("reset role");
    const { rows } = await app.query<{ me: string; login: string }>(
      "select current_user as me, session_user as login",
    );
    expect(rows[0]?.me).toBe(rows[0]?.login);
    expect(rows[0]?.me).toMatch(/_app$/);
    await app.query("set row_security = off");
    expect(await attempt(MINE, "select from visitors")).toBe(REFUSED);
    await app.query("set row_security = on");
  });
});
