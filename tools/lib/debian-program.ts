import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { findProgram } from "./find-program.ts";

export interface Program {
  readonly path: string;
  /** What it needs beside the environment that is there. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface Wanted {
  readonly name: string;
  /** Debian's package of it, and those that hold parts of it. */
  readonly packages: readonly string[];
}

/** Of the machine, always: two versions of these in one process do not go together. */
const NEVER_UNPACKED = new Set(["libc6", "libgcc-s1", "libstdc++6"]);

/**
 * An installed program, else Debian's package of it, unpacked into a folder of this user. Nothing is installed and no
 * service is started. Undefined where there is neither.
 */
export function debianProgram(wanted: Wanted): Program | undefined {
  const installed = findProgram(wanted.name);
  if (installed !== undefined) return { path: installed, environment: {} };
  if (!existsSync("/usr/bin/apt-get")) return undefined;
  const folder = join(tmpdir(), `callnext-programs-${userInfo().username}`, wanted.name);
  const there = startable(folder, wanted.name);
  if (there !== undefined) return there;
  console.log(`${wanted.name} is not installed: unpacking Debian's package of it into ${folder}.`);
  return unpack(folder, wanted.packages) ? startable(folder, wanted.name) : undefined;
}

function unpack(folder: string, packages: readonly string[]): boolean {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const all = [...packages, ...librariesOf(packages)];
  if (!run(folder, "apt-get", ["download", ...all])) {
    // Without lists nothing is known, and only root may fetch them.
    if (process.getuid?.() !== 0 || !run(folder, "apt-get", ["update"])) return false;
    if (!run(folder, "apt-get", ["download", ...all])) return false;
  }
  return globSync("*.deb", { cwd: folder }).every((file) =>
    run(folder, "dpkg-deb", ["--extract", file, "."]),
  );
}

function librariesOf(packages: readonly string[]): readonly string[] {
  const asked = spawnSync("apt-cache", ["depends", "--important", ...packages], {
    encoding: "utf8",
    timeout: 60_000,
  });
  const names = asked.stdout.matchAll(/Depends: ((?:lib|lua)[\w.+-]*)/g);
  return [...new Set([...names].map(([, name = ""]) => name))].filter((name) => !NEVER_UNPACKED.has(name));
}

function startable(folder: string, name: string): Program | undefined {
  const path = ["usr/sbin", "usr/bin"]
    .map((place) => join(folder, place, name))
    .find((file) => existsSync(file));
  if (path === undefined) return undefined;
  const libraries = globSync("usr/lib/*-linux-gnu*", { cwd: folder }).map((place) => join(folder, place));
  const environment: Record<string, string> =
    libraries.length === 0 ? {} : { LD_LIBRARY_PATH: libraries.join(":") };
  const { status } = spawnSync(path, ["-v"], { env: { ...process.env, ...environment }, timeout: 10_000 });
  return status === 0 ? { path, environment } : undefined;
}

function run(cwd: string, command: string, args: readonly string[]): boolean {
  const { status } = spawnSync(command, args, { cwd, stdio: "ignore", timeout: 300_000 });
  return status === 0;
}
