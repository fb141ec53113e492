import pg from "pg";
import { tenantTables } from "../../storage/wall/tenant-tables.ts";

/** How far jobs have come, and what they have seen to: they go on by themselves, whoever asks for what. */
const NOTES_OF_JOBS: ReadonlySet<string> = new Set(["message_cursors", "messages", "waiting_cursors"]);

/** Every row of the tenant in every table, as one hash for each table. */
export async function rowsOf(
  connectionString: string,
  slug: string,
): Promise<Readonly<Record<string, string>>> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const found: Record<string, string> = {};
    for (const { name, key } of await tenantTables(client)) {
      if (NOTES_OF_JOBS.has(name)) continue;
      const { rows } = await client.query<{ hash: string | null }>(
        `select md5(string_agg(r::text, '|' order by r::text)) as hash from ${name} r
          where ${key} = (select id from tenants where slug = $1)`,
        [slug],
      );
      found[name] = rows[0]?.hash ?? "";
    }
    return found;
  } finally {
    await client.end();
  }
}
