import type { LockFile } from "./lock-file.ts";

/** Places whose `resolved` names a host: the lock must install from whatever registry its user has. */
export function registryAddresses(lock: LockFile): string[] {
  return Object.entries(lock.packages)
    .filter(([, entry]) => entry.resolved?.includes("://") === true)
    .map(([place]) => place);
}
