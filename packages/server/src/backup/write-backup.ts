import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { errorCode } from "../storage/error-code.ts";
import { makeDirectory } from "../storage/make-directory.ts";
import { FORMAT } from "./backup-description.ts";
import { UnusableBackup } from "./unusable-backup.ts";
import { backupFrames, type BackupOptions, type BackupSummary } from "./backup-frames.ts";

/** Uncompressed, so that any program, of any version, can tell what the file is. */
export const FIRST_LINE = `callnext-backup ${String(FORMAT)}\n`;

/** Writes a backup that only its user can read: whole and on the disk under its name, or not there at all. */
export async function writeBackup(
  client: pg.ClientBase,
  file: string,
  options: BackupOptions,
): Promise<BackupSummary> {
  const half = `${file}.${randomUUID()}.part`;
  try {
    const handle = await begun(half);
    const sink = handle.createWriteStream({ flush: true });
    sink.write(FIRST_LINE);
    let summary: BackupSummary | undefined;
    await pipeline(
      Readable.from(
        (async function* () {
          summary = yield* backupFrames(client, options);
        })(),
        { objectMode: false },
      ),
      createGzip(),
      sink,
    );
    if (summary === undefined) throw new Error("a backup that ended has a summary");
    await rename(half, file);
    await syncDirectory(dirname(file));
    return summary;
  } finally {
    await rm(half, { force: true });
  }
}

async function begun(half: string): Promise<FileHandle> {
  try {
    await makeDirectory(dirname(half), 0o700);
    return await open(half, "wx", 0o600);
  } catch (error) {
    throw new UnusableBackup(
      "backup-unwritable",
      `No backup can be written to ${dirname(half)} (${errorCode(error) ?? String(error)}).`,
      { cause: error },
    );
  }
}

/** Else the name could be lost where the machine stops now. */
async function syncDirectory(directory: string): Promise<void> {
  await using handle = await open(directory, "r");
  await handle.sync();
}
