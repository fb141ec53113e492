/**
 * Adds the platform packages that npm left out of package-lock.json, so that `npm ci` works everywhere.
 * `--check` changes nothing and fails when something is missing. Run it after every change of dependencies.
 */
import { join } from "node:path";
import { readLock, writeLock } from "./lib/lock-file.ts";
import { missingLockEntries } from "./lib/missing-lock-entries.ts";
import { registryAddresses } from "./lib/registry-addresses.ts";
import { repoRoot } from "./lib/repo-root.ts";

const path = join(repoRoot, "package-lock.json");
const lock = readLock(path);
const { entries, unknown } = missingLockEntries(lock);
const missing = Object.keys(entries);
const addresses = registryAddresses(lock);

for (const name of unknown) console.error(`package-lock.json: cannot describe the absent ${name}`);
for (const place of addresses) console.error(`package-lock.json: ${place} names a registry in "resolved"`);

if (process.argv.includes("--check")) {
  for (const place of missing) console.error(`package-lock.json: ${place} is missing`);
  if (missing.length > 0) console.error("Run `node tools/complete-lock.ts` and commit package-lock.json.");
  if (missing.length === 0 && unknown.length === 0 && addresses.length === 0)
    console.log("package-lock.json is complete");
  process.exitCode = missing.length + unknown.length + addresses.length > 0 ? 1 : 0;
} else {
  const packages = { ...lock.packages, ...entries };
  const places = Object.keys(packages).toSorted((a, b) => a.localeCompare(b, "en"));
  lock.packages = Object.fromEntries(places.map((place) => [place, packages[place] ?? {}]));
  writeLock(path, lock);
  console.log(`package-lock.json: ${String(missing.length)} entries added`);
  process.exitCode = unknown.length + addresses.length > 0 ? 1 : 0;
}
