import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { openSecrets } from "../people/open-secrets.ts";
import { openDatabase } from "../storage/open-database.ts";
import { withOwner } from "../storage/with-owner.ts";
import { restoreBackup, type Restored, type RestoreOptions } from "./restore-backup.ts";

export interface RestoreRequest extends Omit<RestoreOptions, "connectionString" | "secrets"> {
  readonly log: Logger;
}

/** Replaces the configured database by a backup. Servers that run on it take it up within seconds. */
export async function restoreConfigured(config: Config, request: RestoreRequest): Promise<Restored> {
  const { log, ...options } = request;
  const secrets = await openSecrets(config, log);
  return await withOwner(config, log, async ({ connectionString }) => {
    const restored = await restoreBackup({ ...options, connectionString, secrets });
    // As at a start: a database that was empty has no role yet for the server to run as.
    const database = await openDatabase({
      connectionString: config.databaseUrl ?? connectionString,
      ownerConnectionString: config.databaseOwnerUrl,
      log,
      maxConnections: 1,
    });
    await database.close();
    return restored;
  });
}
