import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../shops/testing/test-shop.ts";
import { openTestDatabase, type TestDatabase } from "../storage/testing/test-database.ts";
import { clearDatabase } from "./clear-database.ts";

let database: TestDatabase;
const clients: pg.Client[] = [];
const connect = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: database.connectionString });
  client.on("error", () => undefined);
  clients.push(client);
  await client.connect();
  return client;
};
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await database[Symbol.asyncDispose]();
});

test("a server that takes the tables in another order makes it begin again, not fail", async () => {
  const server = await connect();
  const restoring = await connect();
  const { rows } = await restoring.query<{ pid: number }>("select pg_backend_pid() as pid");
  const pid = rows[0]?.pid;
  await server.query("begin");
  // Of tables that nothing refers to, so that they go by themselves: in whichever order, one of them is not the first.
  for (const table of ["audit_log", "settings"]) await server.query(`select 1 from ${table} limit 1`);
  await restoring.query("begin");
  const cleared = clearDatabase(restoring);
  let taken: string | undefined;
  await eventually(async () => {
    const locks = await database.owner.query<{ table: string; granted: boolean }>(
      `select l.relation::regclass::text as table, l.granted from pg_locks l join pg_class c on c.oid = l.relation
        where l.pid = $1 and l.mode = 'AccessExclusiveLock' and c.relkind = 'r'`,
      [pid],
    );
    taken = locks.rows.find(({ granted }) => granted)?.table;
    return locks.rows.some(({ granted }) => !granted);
  });
  if (taken === undefined) throw new Error("It waits before it has taken anything.");
  // Now each waits for the other.
  const asked = server.query(`select 1 from ${taken} limit 1`).then(() => server.query("commit"));
  await expect(cleared).resolves.toBeUndefined();
  await asked;
  const left = await restoring.query("select 1 from pg_class where relname = 'events'");
  expect(left.rowCount).toBe(0);
  await restoring.query("rollback");
});
