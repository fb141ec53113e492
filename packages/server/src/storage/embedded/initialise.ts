import { execFile } from "node:child_process";
import { readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { UnusableDatabase } from "../unusable-database.ts";
import { quietEnvironment, SUPERUSER } from "./constants.ts";
import type { Placement } from "./placement.ts";
import { privateDirectory } from "./private-directory.ts";

/** Makes the data directory on the first start: whole or not at all, also when two servers start at once. */
export async function initialise(placement: Placement, version: string): Promise<void> {
  const major = version.split(".")[0] ?? version;
  const present = await presentVersion(placement.data);
  if (present === major) return;
  if (present !== undefined) {
    throw new UnusableDatabase(
      `${placement.data} was written by PostgreSQL ${present}, the built-in one is ${major}: dump it with version ${present} and load it anew, or set DATABASE_URL.`,
    );
  }
  const half = `${placement.data}.${process.pid}.part`;
  try {
    await rm(half, { recursive: true, force: true });
    await privateDirectory(half, placement.runAs);
    await runInitdb(placement, half);
    await rename(half, placement.data);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    // Another server was quicker.
    if ((await presentVersion(placement.data)) === major) return;
    const why = (error instanceof Error ? error.message : String(error)).trim().split("\n").at(-1);
    throw new UnusableDatabase(`The built-in PostgreSQL could not create ${placement.data}: ${why}`, {
      cause: error,
    });
  }
}

async function runInitdb(placement: Placement, data: string): Promise<void> {
  await promisify(execFile)(
    path.join(placement.binaries, "bin/initdb"),
    [
      `--pgdata=${data}`,
      `--username=${SUPERUSER}`,
      "--encoding=UTF8",
      "--auth-local=trust",
      "--auth-host=reject",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--data-checksums",
    ],
    { ...placement.runAs, cwd: "/", env: quietEnvironment },
  );
}

async function presentVersion(data: string): Promise<string | undefined> {
  const text = await readFile(path.join(data, "PG_VERSION"), "utf8").catch(() => undefined);
  return text?.trim();
}
