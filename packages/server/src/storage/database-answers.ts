import { setTimeout as wait } from "node:timers/promises";
import type { OpenDatabase } from "./open-database.ts";

/** Whether the database answers a question just now, within the time given. */
export async function databaseAnswers(
  { pool }: Pick<OpenDatabase, "pool">,
  withinMs: number,
): Promise<boolean> {
  const answered = new AbortController();
  const answer = pool.query("select 1").then(
    () => true,
    () => false,
  );
  const late = wait(withinMs, false, { signal: answered.signal }).catch(() => false);
  const result = await Promise.race([answer, late]);
  answered.abort();
  return result;
}
