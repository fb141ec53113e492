/** What the person who runs the server does beside it: backups, signing keys. Loads neither HTTP nor sockets. */
export { verifyAllChains, type VerifiedChain } from "./audit/verify-all-chains.ts";
export { makeBackup, type MadeBackup } from "./backup/make-backup.ts";
export type { Restored } from "./backup/restore-backup.ts";
export { restoreConfigured } from "./backup/restore-configured.ts";
export { UnusableBackup } from "./backup/unusable-backup.ts";
export type { Config } from "./config/config.ts";
export { loadConfig } from "./config/load-config.ts";
export { createLog } from "./log/create-log.ts";
export { type KeyKeeper, type ListedKey, manageKeys } from "./people/manage-keys.ts";
export { UnusableSecret } from "./people/unusable-secret.ts";
export { UnusableDatabase } from "./storage/unusable-database.ts";
