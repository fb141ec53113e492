import { resolveInLock } from "./lock-file.ts";
import type { LockEntry, LockFile } from "./lock-file.ts";
import { platformOfName } from "./platform-of-name.ts";

export interface MissingEntries {
  /** Entries to add, by their place in the lock. */
  entries: Record<string, LockEntry>;
  /** Absent optional dependencies that we cannot describe: range instead of a version, or no platform in the name. */
  unknown: string[];
}

/**
 * npm leaves a platform package out of the lock when the registry in use does not carry it, and `npm ci`
 * then refuses the lock on every machine. The parent names each one with its exact version; that suffices.
 */
export function missingLockEntries(lock: LockFile): MissingEntries {
  const found: MissingEntries = { entries: {}, unknown: [] };
  for (const [place, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (resolveInLock(lock, place, name) !== undefined) continue;
      const platform = platformOfName(name);
      if (platform === undefined || !/^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version)) {
        found.unknown.push(`${name}@${version} (of ${place === "" ? "the root" : place})`);
        continue;
      }
      const entry: LockEntry = { version, optional: true, ...platform };
      if (parent.dev === true) entry.dev = true;
      const hoisted = `node_modules/${name}`;
      const taken = found.entries[hoisted];
      const own = taken === undefined || taken.version === version ? hoisted : `${place}/${hoisted}`;
      found.entries[own] = entry;
    }
  }
  return found;
}
