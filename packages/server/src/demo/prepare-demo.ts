import { type Kysely, sql } from "kysely";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { alignDemoPasswords, demoPassword } from "./demo-password.ts";
import { type DemoTools, fillDemo } from "./fill-demo.ts";
import type { OpenDatabase } from "../storage/open-database.ts";
import type { Database } from "../storage/schema.ts";

const SETTING = "demo";
/** Any 64-bit number no other lock uses. */
const LOCK = 4_711_000_002;

export interface DemoSettings {
  readonly config: Config;
  readonly log: Logger;
  readonly asOwner: OpenDatabase["asOwner"];
}

/** Fills an empty database with the demo, and gives the password of its accounts; null where the database is somebody's real one. */
export async function prepareDemo(tools: DemoTools, settings: DemoSettings): Promise<string | null> {
  if (!settings.config.demo) return null;
  return await tools.db.connection().execute(async (connection) => {
    // Of several nodes starting on one empty database, one fills it and the others wait.
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection);
    try {
      return await prepare({ ...tools, db: connection }, tools, settings);
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection);
    }
  });
}

async function prepare({ db }: DemoTools, tools: DemoTools, settings: DemoSettings): Promise<string | null> {
  const mark = await db.selectFrom("settings").select("value").where("name", "=", SETTING).executeTakeFirst();
  const { state }: Mark = mark?.value ?? {};
  if (state === undefined && !(await isEmpty(db))) return null;
  const password = await demoPassword(settings.config, settings.log);
  if (state === "filled") {
    await alignDemoPasswords(tools.accounts, password);
    return password;
  }
  // A start that was killed while filling left half a demo, and nothing else.
  if (state === "filling") await startOver(settings);
  await setState(db, "filling");
  await fillDemo(tools, password);
  await setState(db, "filled");
  return password;
}

interface Mark {
  readonly state?: "filling" | "filled";
}

async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  const answer = await sql<{ found: boolean }>`select any_tenant() as found`.execute(db);
  return answer.rows[0]?.found === false;
}

/** Only the owner may throw away what the server itself may not even change. */
async function startOver({ asOwner }: DemoSettings): Promise<void> {
  await asOwner(async ({ client }) => {
    await client.query("begin");
    await client.query("alter table audit_log disable trigger user");
    await client.query("alter table audit_heads disable trigger user");
    await client.query(`truncate tenants, auth."user" restart identity cascade`);
    await client.query("alter table audit_log enable trigger user");
    await client.query("alter table audit_heads enable trigger user");
    await client.query("alter sequence service_ids restart");
    await client.query("commit");
  });
}

async function setState(db: Kysely<Database>, state: "filling" | "filled"): Promise<void> {
  const value = JSON.stringify({ state });
  await sql`insert into settings (name, value) values (${SETTING}, ${value}::jsonb)
    on conflict (name) do update set value = excluded.value`.execute(db);
}
