import { existsSync, globSync } from "node:fs";
import { join } from "node:path";

const folders = ["packages/*/src", "apps/*/src", "tools", "e2e", "bench"];
const configurations = ["*.ts", "packages/*/*.ts", "apps/*/*.ts"];
const skipped = new Set(["node_modules", "dist", "dist-types"]);

/** Our own source files with one of these endings, relative to the root, sorted. */
export function sourceFiles(root: string, endings: readonly string[]): string[] {
  const patterns = endings.flatMap((ending) => [
    ...folders.map((folder) => `${folder}/**/*${ending}`),
    ...configurations.filter(() => ending === ".ts"),
  ]);
  const found = globSync(patterns, { cwd: root, exclude: (name) => skipped.has(name) });
  return [...new Set(found.map((file) => file.replaceAll("\\", "/")))]
    .filter((file) => existsSync(join(root, file)))
    .toSorted();
}
