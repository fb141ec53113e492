import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "../storage/error-code.ts";

const NAME = /^callnext-(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)Z\.backup$/;

export interface BackupFile {
  readonly path: string;
  /** From its name: a copied file has another time. */
  readonly madeAt: number;
}

/** `callnext-2026-11-22T143000Z.backup` */
export function backupName(now: number): string {
  return `callnext-${new Date(now).toISOString().slice(0, 19).replaceAll(":", "")}Z.backup`;
}

/** Those of a directory that are named by `backupName`, newest first; others are nobody's business. */
export async function backupFiles(directory: string): Promise<readonly BackupFile[]> {
  const names = await readdir(directory).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  });
  return names
    .flatMap((name) => {
      const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
      if (year === undefined) return [];
      const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
      return Number.isNaN(madeAt) ? [] : [{ path: join(directory, name), madeAt }];
    })
    .toSorted((a, b) => b.madeAt - a.madeAt);
}

/** Deletes all but the newest ones. */
export async function pruneBackups(directory: string, keep: number): Promise<void> {
  for (const { path } of (await backupFiles(directory)).slice(keep)) await rm(path, { force: true });
}
