import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PlantedTree } from "./planted-tree.ts";
import { digestOfWebSources } from "./web-sources.ts";

test("the digest changes with a source, a configuration, the lock, a name; not with a test or the server", () => {
  using tree = new PlantedTree({
    "apps/web/src/a.ts": "1",
    "apps/web/vite.console.config.ts": "1",
    "packages/client/src/deep/b.ts": "1",
    "packages/server/src/c.ts": "1",
    "package-lock.json": "{}",
  });
  const digest = (): string => digestOfWebSources(tree.root);
  const write = (file: string, text: string): void => writeFileSync(join(tree.root, file), text);
  const seen = [digest()];
  write("packages/server/src/c.ts", "2");
  write("apps/web/src/a.test.ts", "2");
  expect(digest()).toBe(seen[0]);
  for (const file of [
    "apps/web/src/a.ts",
    "apps/web/vite.console.config.ts",
    "packages/client/src/deep/b.ts",
    "package-lock.json",
  ]) {
    write(file, "2");
    seen.push(digest());
  }
  renameSync(join(tree.root, "apps/web/src/a.ts"), join(tree.root, "apps/web/src/z.ts"));
  seen.push(digest());
  expect(new Set(seen).size).toBe(seen.length);
});
