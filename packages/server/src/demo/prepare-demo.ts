import { type Kysely, sql } from "kysely";
import type { Config } from "../config/config.ts";
import { alignDemoPasswords, demoPassword } from "./demo-password.ts";
import { type DemoTools, fillDemo } from "./fill-demo.ts";
import type { Database } from "../storage/schema.ts";

const SETTING = "demo";
/** Any 64-bit number no other lock uses. */
const LOCK = 4_711_000_002;

/** Fills an empty database with the demo, and gives the password of its accounts; null where the database is somebody's real one. */
export async function prepareDemo(tools: DemoTools, config: Config): Promise<string | null> {
  if (!config.demo) return null;
  return await tools.db.connection().execute(async (connection) => {
    // Of several nodes starting on one empty database, one fills it and the others wait.
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
    try {
      return await prepare({ ...tools, db: connection }, tools, config);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    }
  });
}

async function prepare({ db }: DemoTools, tools: DemoTools, config: Config): Promise<string | null> {
  const mark = await db.selectFrom("settings").select("value").where("name", "=", SETTING).executeTakeFirst();
  const { state }: Mark = mark?.value ?? {};
  if (state === undefined && !(await isEmpty(db))) return null;
  const password = await demoPassword(config);
  if (state === "filled") {
    await alignDemoPasswords(tools.accounts, password);
    return password;
  }
  // A start that was killed while filling left half a demo, and nothing else.
  if (state === "filling") await startOver(db);
  await setState(db, "filling");
  await fillDemo(tools, password);
  await setState(db, "filled");
  return password;
}

interface Mark {
  readonly state?: "filling" | "filled";
}

async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom("tenants").select("id").limit(1).executeTakeFirst()) === undefined;
}

async function startOver(db: Kysely<Database>): Promise<void> {
  await sql`truncate tenants, auth."user" restart identity cascade`.execute(db);
  await sql`alter sequence service_ids restart`.execute(db);
}

async function setState(db: Kysely<Database>, state: "filling" | "filled"): Promise<void> {
  const value = JSON.stringify({ state });
  await sql`insert into settings (name, value) values (${SETTING}, ${value}::jsonb)
    on conflict (name) do update set value = excluded.value`.execute(db);
}
