import { chmod, chown, lstat, mkdir } from "node:fs/promises";
import { UnusableDatabase } from "../unusable-database.ts";
import type { RunAs } from "./operating-system-user.ts";

/** Makes the directory, or checks that it is what PostgreSQL's user alone may enter. */
export async function privateDirectory(directory: string, runAs: RunAs | undefined): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const status = await lstat(directory);
  const owner = runAs?.uid ?? process.getuid?.() ?? status.uid;
  if (!status.isDirectory() || (status.uid !== owner && status.uid !== process.getuid?.())) {
    throw new UnusableDatabase(
      `${directory} belongs to another user than the one the built-in PostgreSQL runs as: start Callnext as its owner, or set CALLNEXT_DATA_DIR elsewhere.`,
    );
  }
  if (runAs !== undefined) await chown(directory, runAs.uid, runAs.gid);
  await chmod(directory, 0o700);
}
