import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { importsOf } from "../imports-of.ts";

export interface CopiedModules {
  /** The directory of the compiled package, and the file that others import. */
  from: string;
  entry: string;
  to: string;
  /** What stands for an import of another package. */
  rename?: (specifier: string, file: string) => string;
}

/**
 * Copies what an entry reaches by relative imports, and nothing else: modules, or declarations where the entry is
 * one. The compiler leaves `.ts` in the imports of declarations; a published one says `.js`.
 * Returns the packages that the copies import.
 */
export function copyModules({ from, entry, to, rename = (specifier) => specifier }: CopiedModules): string[] {
  const packages = new Set<string>();
  const seen = new Set<string>([entry]);
  for (const file of seen) {
    let text = readFileSync(join(from, file), "utf8");
    for (const { specifier } of importsOf(text)) {
      const relative = specifier.startsWith(".");
      if (relative) seen.add(fileOf(file, specifier));
      const published = relative ? specifier.replace(/\.ts$/, ".js") : rename(specifier, file);
      if (!published.startsWith(".")) packages.add(published.split("/", 2).join("/"));
      text = text.replaceAll(`"${specifier}"`, `"${published}"`);
    }
    mkdirSync(dirname(join(to, file)), { recursive: true });
    writeFileSync(join(to, file), text);
  }
  return [...packages];
}

function fileOf(importer: string, specifier: string): string {
  const file = posix.join(posix.dirname(importer), specifier).replace(/\.ts$/, ".d.ts");
  if (file.startsWith("..")) throw new Error(`${importer} imports ${specifier}, outside its package`);
  return file;
}
