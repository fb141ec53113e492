import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile, realpath, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeDirectory } from "../make-directory.ts";
import { UnusableDatabase } from "../unusable-database.ts";
import type { Binaries } from "./binaries.ts";
import { copyBinaries } from "./copy-binaries.ts";
import { ensureUser, type RunAs } from "./operating-system-user.ts";
import { socketDirectory } from "./socket-directory.ts";

/** Where the built-in PostgreSQL lives and as whom it runs. */
export interface Placement {
  /** Holds bin/, lib/ and share/. */
  readonly binaries: string;
  readonly data: string;
  readonly socket: string;
  readonly log: string;
  /** Absent where the server's own user runs it. */
  readonly runAs: RunAs | undefined;
}

/** What only root can write: binaries and data that PostgreSQL's user must reach. */
const SYSTEM_DIRECTORY = "/var/lib/callnext";
const NOTE = "postgres-data-is-elsewhere.txt";

/** As root PostgreSQL runs as another user, who may be unable to enter the data directory or the clone. */
export async function place(dataDir: string, binaries: Binaries): Promise<Placement> {
  await makeDirectory(dataDir);
  const base = await realpath(dataDir);
  if (process.getuid?.() !== 0) return await placementAt(base, binaries.directory, undefined);
  const owner = await stat(path.join(base, "postgres")).catch(() => undefined);
  const existing = owner !== undefined && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
  const runAs = existing ?? (await ensureUser("postgres"));
  const copied = await copyBinaries(binaries, SYSTEM_DIRECTORY);
  if (existing !== undefined && !canEnter(base, runAs)) {
    throw new UnusableDatabase(
      `The user who owns ${path.join(base, "postgres")} can no longer enter ${base}: open the way for user ${runAs.uid}, or set CALLNEXT_DATA_DIR elsewhere.`,
    );
  }
  const chosen = existing === undefined ? await chooseBase(base, runAs) : base;
  return await placementAt(chosen, copied, runAs);
}

async function placementAt(base: string, binaries: string, runAs: RunAs | undefined): Promise<Placement> {
  return {
    binaries,
    data: path.join(base, "postgres"),
    socket: await socketDirectory(base, runAs),
    log: path.join(base, "postgres.log"),
    runAs,
  };
}

/** Once data lives elsewhere it stays there, even if the data directory is opened later. */
async function chooseBase(base: string, runAs: RunAs): Promise<string> {
  const note = path.join(base, NOTE);
  const noted = (await readFile(note, "utf8").catch(() => "")).split("\n").at(-2);
  if (noted !== undefined && path.isAbsolute(noted)) return await madeDirectory(noted);
  if (canEnter(base, runAs)) return base;
  // Not named after `base`: whoever deletes the data directory and starts anew expects an empty database.
  const elsewhere = await madeDirectory(path.join(SYSTEM_DIRECTORY, `data-${randomUUID()}`));
  await writeFile(
    note,
    `The built-in PostgreSQL runs as user ${runAs.uid}, who cannot enter this directory. Its data is in:\n${elsewhere}\n`,
  );
  return elsewhere;
}

async function madeDirectory(directory: string): Promise<string> {
  await makeDirectory(directory, 0o755);
  return directory;
}

/** Asks the system itself: modes, groups and access lists of every directory above count. */
function canEnter(directory: string, runAs: RunAs): boolean {
  const asked = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", directory], {
    ...runAs,
    cwd: "/",
    stdio: "ignore",
  });
  return asked.status === 0;
}
