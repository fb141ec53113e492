import { join } from "node:path";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { openSecrets } from "../people/open-secrets.ts";
import { asOwner } from "../storage/as-owner.ts";
import { mustBeSetUp, withOwner } from "../storage/with-owner.ts";
import { backupName } from "./backup-files.ts";
import type { BackupSummary } from "./backup-frames.ts";
import { writeBackup } from "./write-backup.ts";

export interface MakeBackupOptions {
  /** Null: a name with the date, in the backups' directory. */
  readonly file: string | null;
  readonly withSecret: boolean;
  readonly log: Logger;
  readonly now: number;
}

export interface MadeBackup extends BackupSummary {
  readonly file: string;
}

/** Where backups lie unless told: `CALLNEXT_BACKUP_DIR`, or a folder of the data directory. */
export function backupDirectory({ backupDir, dataDir }: Pick<Config, "backupDir" | "dataDir">): string {
  return backupDir ?? join(dataDir, "backups");
}

/** Saves the configured database, whether a server runs on it or not. */
export async function makeBackup(config: Config, options: MakeBackupOptions): Promise<MadeBackup> {
  const { log, now, withSecret } = options;
  const file = options.file ?? join(backupDirectory(config), backupName(now));
  const secret = withSecret ? (await openSecrets(config, log)).current : null;
  const summary = await withOwner(config, log, (owner) => {
    mustBeSetUp(owner);
    return asOwner(owner.connectionString, ({ client }) => writeBackup(client, file, { now, secret }));
  });
  return { ...summary, file };
}
