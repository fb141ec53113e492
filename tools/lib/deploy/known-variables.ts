import { readFileSync } from "node:fs";
import { join } from "node:path";

const CONFIG = "packages/server/src/config";

/** The variables that the server reads, those that name a secret's file included. */
export function knownVariables(root: string): ReadonlySet<string> {
  const variables = readFileSync(join(root, CONFIG, "variables.ts"), "utf8");
  const secrets = readFileSync(join(root, CONFIG, "secret-variables.ts"), "utf8");
  const names = [...variables.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name = ""]) => name);
  const files = [...secrets.matchAll(/^ {2}"([A-Z][A-Z_]+)",/gm)].map(([, name = ""]) => `${name}_FILE`);
  if (names.length === 0 || files.length === 0) throw new Error(`${CONFIG} lists its variables otherwise`);
  return new Set([...names, ...files]);
}
