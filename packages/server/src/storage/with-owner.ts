import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { asOwner } from "./as-owner.ts";
import { startEmbedded } from "./embedded/start-embedded.ts";
import { errorCode } from "./error-code.ts";
import { UnusableDatabase } from "./unusable-database.ts";

export interface OwnerAddress {
  readonly connectionString: string;
  /** Whether Callnext's tables are there. */
  readonly isSetUp: boolean;
}

/**
 * Runs `work` with the address of whoever owns the tables. The built-in PostgreSQL is found running, or started for
 * as long as the work takes.
 */
export async function withOwner<Result>(
  { databaseUrl, databaseOwnerUrl, dataDir }: Pick<Config, "databaseUrl" | "databaseOwnerUrl" | "dataDir">,
  log: Logger,
  work: (owner: OwnerAddress) => Promise<Result>,
): Promise<Result> {
  const given = databaseOwnerUrl ?? databaseUrl;
  if (given !== null) return await work(await lookAt(given));
  await using embedded = await startEmbedded({ dataDir, log });
  return await work(await lookAt(embedded.connectionString));
}

/** For work that makes no sense without them. */
export function mustBeSetUp({ isSetUp }: OwnerAddress): void {
  if (!isSetUp)
    throw new UnusableDatabase("The database holds nothing of Callnext yet: start the server on it once.");
}

async function lookAt(connectionString: string): Promise<OwnerAddress> {
  try {
    const isSetUp = await asOwner(connectionString, async ({ client }) => {
      const answer = await client.query<{ found: boolean }>(
        "select to_regclass('public.incarnation') is not null as found",
      );
      return answer.rows[0]?.found === true;
    });
    return { connectionString, isSetUp };
  } catch (error) {
    const why = errorCode(error) ?? (error instanceof Error ? error.message : String(error));
    throw new UnusableDatabase(`The database cannot be used: no connection (${why})`, { cause: error });
  }
}
