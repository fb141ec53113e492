import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const sources = [
  "apps/web/src/**/*",
  "apps/web/*.{json,ts,html}",
  "packages/{client,react,protocol}/src/**/*",
  "packages/{client,react,protocol}/package.json",
  "package-lock.json",
];

/** A digest of everything that the built web app depends on: names and contents. */
export function digestOfWebSources(root: string): string {
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const digest = createHash("sha256");
  for (const file of files) {
    const content = readFileSync(file);
    digest.update(`${file.slice(root.length)}\0${String(content.length)}\0`).update(content);
  }
  return digest.digest("hex");
}
