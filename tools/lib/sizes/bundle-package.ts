import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { repoRoot } from "../repo-root.ts";

/** All of a workspace package in one script as a page pays for it: for the oldest board, minified, without its dependencies. */
export function bundlePackage(name: string, dependencies: readonly string[]): Uint8Array {
  const entry = join(repoRoot, "packages", name, "src", "index.ts");
  const rolldown = join(repoRoot, "node_modules", ".bin", "rolldown");
  const external = dependencies.flatMap((dependency) => ["--external", dependency]);
  return execFileSync(
    rolldown,
    [entry, "--minify", "--transform.target", "es2015", "--log-level", "silent", ...external],
    { cwd: repoRoot },
  );
}
