import { randomInt } from "node:crypto";
import { join } from "node:path";
import type { Logger } from "pino";
import type { OpenDatabase } from "../storage/open-database.ts";
import { backupFiles, backupName, pruneBackups } from "./backup-files.ts";
import { writeBackup } from "./write-backup.ts";

export interface DailyBackups extends AsyncDisposable {
  /** Makes one if the newest is older than a day. */
  check(): Promise<"made" | "not-due" | "another-node">;
}

export interface DailyBackupsOptions {
  readonly database: Pick<OpenDatabase, "asOwner">;
  readonly directory: string;
  /** So many of the newest stay. */
  readonly keep: number;
  readonly log: Logger;
  readonly now: () => number;
  readonly checkEveryMs?: number;
}

const DAY_MS = 24 * 3_600_000;
const CHECK_EVERY_MS = 10 * 60_000;
/** Any 64-bit number no other lock uses. */
const LOCK = 4_711_000_030;

/** A backup a day into a directory, of which the newest few are kept. Of nodes that share the directory one makes it. */
export function startDailyBackups(options: DailyBackupsOptions): DailyBackups {
  const { log } = options;
  let running: Promise<unknown> = Promise.resolve();
  const every = options.checkEveryMs ?? CHECK_EVERY_MS;
  const check = (): Promise<"made" | "not-due" | "another-node"> => backUpIfDue(options);
  const timer = setInterval(
    () => {
      running = check().catch((error: unknown) => {
        log.error({ err: error, directory: options.directory }, "the daily backup could not be made");
      });
    },
    // Nodes that start together should not ask together.
    every + randomInt(Math.max(1, every >> 3)),
  ).unref();
  return {
    check,
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await running;
    },
  };
}

async function backUpIfDue({ database, directory, keep, log, now }: DailyBackupsOptions) {
  if (!(await isDue(directory, now()))) return "not-due";
  return await database.asOwner(async ({ client }) => {
    const lock = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [LOCK]);
    if (lock.rows[0]?.mine !== true) return "another-node";
    // While this one waited for its connection another may have made it.
    if (!(await isDue(directory, now()))) return "not-due";
    const file = join(directory, backupName(now()));
    const { ends } = await writeBackup(client, file, { now: now(), secret: null });
    await pruneBackups(directory, keep);
    log.info({ file, rows: ends.reduce((sum, { rows }) => sum + rows, 0) }, "backup made");
    return "made";
  });
}

async function isDue(directory: string, now: number): Promise<boolean> {
  const newest = (await backupFiles(directory))[0];
  return newest === undefined || now - newest.madeAt >= DAY_MS;
}
