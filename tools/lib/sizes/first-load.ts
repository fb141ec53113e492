import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** The scripts and styles that a built page loads by itself: those its HTML names, and what they import statically. */
export function firstLoad(dist: string, page: string): string[] {
  const html = readFileSync(join(dist, page), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file = ""]) => file);
  if (named.length === 0) throw new Error(`${page} names no script`);
  const files = new Set(named);
  for (const file of files) {
    if (!file.endsWith(".js")) continue;
    // `import("…")` is not among them: such a part comes when it is needed.
    const imports = readFileSync(join(dist, file), "utf8").matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+)"/g);
    for (const [, specifier = ""] of imports) files.add(posix.join(dirname(file), specifier));
  }
  return [...files];
}
