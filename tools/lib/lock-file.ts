import { readFileSync, writeFileSync } from "node:fs";

/** The parts of package-lock.json (lockfileVersion 3) that our tools read. */
export interface LockEntry {
  version?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  os?: string[] | string;
  cpu?: string[] | string;
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

export interface LockFile {
  lockfileVersion: number;
  packages: Record<string, LockEntry>;
}

export function readLock(path: string): LockFile {
  return JSON.parse(readFileSync(path, "utf8")) as LockFile;
}

export function writeLock(path: string, lock: LockFile): void {
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}

/** Node's own lookup: from a package's folder upwards, the first node_modules that has the name. */
export function resolveInLock(lock: LockFile, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = parentFolder(folder)) {
    const candidate = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock.packages[candidate] !== undefined) return candidate;
    if (folder === "") return undefined;
  }
}

function parentFolder(folder: string): string {
  const nested = folder.lastIndexOf("/node_modules/");
  return nested === -1 ? "" : folder.slice(0, nested);
}
