import { chmod, cp, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { errorCode } from "../error-code.ts";
import { UnusableDatabase } from "../unusable-database.ts";
import type { Binaries } from "./binaries.ts";

/** A copy that every user may read and run, made once per version and whole or not at all. */
export async function copyBinaries(binaries: Binaries, under: string): Promise<string> {
  const target = path.join(under, `postgres-${binaries.version}`);
  if (await exists(target)) return target;
  const half = `${target}.${process.pid}.part`;
  try {
    await mkdir(under, { recursive: true, mode: 0o755 });
    await rm(half, { recursive: true, force: true });
    await cp(binaries.directory, half, { recursive: true, verbatimSymlinks: true });
    await openForAll(half);
    await rename(half, target);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    // Another server was quicker.
    if (await exists(target)) return target;
    throw new UnusableDatabase(
      `The built-in PostgreSQL could not be copied to ${target} (${errorCode(error) ?? String(error)}): make ${under} writable or set DATABASE_URL.`,
    );
  }
  return target;
}

async function exists(file: string): Promise<boolean> {
  return await stat(file).then(
    () => true,
    () => false,
  );
}

async function openForAll(directory: string): Promise<void> {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const mode = (await stat(file)).mode;
    await chmod(file, entry.isDirectory() || (mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}
