import pg from "pg";
import type { TestApp } from "./start-test-app.ts";

/** Gives a member of staff somewhere, known by address, the whole server to run. */
export async function makeOperator(test: TestApp, email: string): Promise<void> {
  const client = new pg.Client({ connectionString: test.connectionString });
  await client.connect();
  await client.query("insert into operators (user_id) select user_id from staff where email = $1", [email]);
  await client.end();
}
