import pg from "pg";
import { pino } from "pino";
import { startEmbedded } from "../storage/embedded/start-embedded.ts";

export interface LocalPostgres extends AsyncDisposable {
  /** As a server's DATABASE_URL takes it. */
  readonly url: string;
  /** Cuts every connection on which a node listens for hints; throws where there are fewer than expected. */
  cutListeners(atLeast: number): Promise<void>;
}

/** A real PostgreSQL that several servers share, as a program of its own would be. */
export async function startLocalPostgres(dataDir: string): Promise<LocalPostgres> {
  const embedded = await startEmbedded({ dataDir, log: pino({ level: "silent" }) });
  const { connectionString } = embedded;
  return {
    // Its socket's place is a parameter; a URL must name a host all the same.
    url: connectionString.replace("@/", "@localhost/"),
    async cutListeners(atLeast) {
      const client = new pg.Client({ connectionString });
      await client.connect();
      try {
        const cut = await client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'callnext hints'",
        );
        if ((cut.rowCount ?? 0) < atLeast)
          throw new Error(`${String(cut.rowCount)} nodes listened, not ${String(atLeast)}`);
      } finally {
        await client.end();
      }
    },
    [Symbol.asyncDispose]: () => embedded.stop(),
  };
}
