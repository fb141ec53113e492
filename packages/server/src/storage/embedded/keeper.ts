import pg from "pg";

/** Any two 32-bit numbers; all servers on one data directory use the same. */
const LOCK = [0x63_61_6c_6c, 0x6e_65_78_74];

/**
 * One connection that says "a server is using this PostgreSQL" by a shared lock and notices at once when
 * PostgreSQL goes. Locks vanish with their connection, so a killed server leaves none.
 */
export interface Keeper {
  /** Resolves when the connection is lost. */
  readonly lost: Promise<void>;
  /** True where no other server is left; none can come in until PostgreSQL has stopped. */
  letGo(): Promise<boolean>;
  close(): Promise<void>;
}

export async function openKeeper(connectionString: string): Promise<Keeper> {
  const client = new pg.Client({
    connectionString,
    application_name: "callnext keeper",
    connectionTimeoutMillis: 5_000,
  });
  const lost = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
  });
  await client.connect();
  await client.query("select pg_advisory_lock_shared($1, $2)", LOCK);
  return {
    lost,
    async letGo() {
      await client.query("select pg_advisory_unlock_shared($1, $2)", LOCK);
      const answer = await client.query<{ last: boolean }>(
        "select pg_try_advisory_lock($1, $2) as last",
        LOCK,
      );
      return answer.rows[0]?.last === true;
    },
    async close() {
      // Ending a connection that PostgreSQL has already cut is no failure.
      await client.end().catch(() => undefined);
    },
  };
}
