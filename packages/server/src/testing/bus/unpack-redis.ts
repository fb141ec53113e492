import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RedisProgram } from "./find-redis.ts";

const PROGRAMS = ["redis-server", "redis-tools"];
/** There on every system, or not needed by a program that is only unpacked. */
const NOT_NEEDED = new Set(["libc6", "adduser", "redis-tools"]);

/** Debian's packages and the libraries they need, fetched by apt-get and unpacked, never installed. */
export function unpackRedis(startsHere: (program: RedisProgram) => boolean): RedisProgram | null {
  if (!existsSync("/usr/bin/apt-get") || !existsSync("/usr/bin/dpkg")) return null;
  const user = process.getuid?.() ?? 0;
  const folder = path.join(tmpdir(), `callnext-redis-${user}`);
  // Whoever else made it may have put anything there.
  if (existsSync(folder) && statSync(folder).uid !== user) return null;
  const kept = programIn(folder);
  if (kept !== null && startsHere(kept)) return kept;
  const fresh = mkdtempSync(`${folder}-`);
  try {
    fetch(path.join(fresh, "packages"));
    for (const file of globSync(path.join(fresh, "packages", "*.deb"))) run(fresh, "dpkg", "-x", file, fresh);
    rmSync(path.join(fresh, "packages"), { recursive: true, force: true });
    // Another test process may have been quicker: then its folder stays.
    if (kept !== null) rmSync(folder, { recursive: true, force: true });
    if (!existsSync(folder)) renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  const unpacked = programIn(folder);
  return unpacked !== null && startsHere(unpacked) ? unpacked : null;
}

function programIn(folder: string): RedisProgram | null {
  // Debian's redis-server is a link to the one program that all names share.
  const program = path.join(folder, "usr/bin/redis-server");
  if (!existsSync(program)) return null;
  const libraries = globSync(path.join(folder, "{usr/,}lib/*-linux-gnu*"));
  return { path: program, environment: { LD_LIBRARY_PATH: libraries.join(":") } };
}

function fetch(folder: string): void {
  mkdirSync(folder);
  if (run(folder, "apt-get", "download", ...PROGRAMS).status !== 0) {
    // The lists may never have been read here; an ordinary user reads them into a folder of its own.
    for (const part of ["lists/partial", "archives/partial"])
      mkdirSync(path.join(folder, part), { recursive: true });
    run(folder, "apt-get", "update", ...ownLists(folder));
    run(folder, "apt-get", "download", ...ownLists(folder), ...PROGRAMS);
  }
  const needed = run(folder, "apt-cache", "depends", ...ownLists(folder), "redis-tools").stdout;
  const names = Array.from(needed.matchAll(/^\s*\|?Depends: ([a-z0-9.+-]+)$/gm), ([, name = ""]) => name);
  const libraries = names.filter((name) => !NOT_NEEDED.has(name));
  if (run(folder, "apt-get", "download", ...ownLists(folder), ...libraries).status === 0) return;
  // One of them is a name that several packages answer to: the others may do without it.
  for (const name of libraries) run(folder, "apt-get", "download", ...ownLists(folder), name);
}

function ownLists(folder: string): readonly string[] {
  if (!existsSync(path.join(folder, "lists"))) return [];
  return [`-oDir::State::lists=${path.join(folder, "lists")}`, `-oDir::Cache=${folder}`];
}

function run(folder: string, program: string, ...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(program, args, {
    cwd: folder,
    encoding: "utf8",
    timeout: 120_000,
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "ignore"],
  });
}
