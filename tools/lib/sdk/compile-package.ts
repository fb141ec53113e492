import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { repoRoot } from "../repo-root.ts";

/** Compiles a workspace package for other people's builds: one ES2018 module and its declarations per source. */
export function compilePackage(name: string, directory: string): void {
  const folder = join(repoRoot, "packages", name);
  const config = `${directory}.tsconfig.json`;
  const text = {
    extends: join(folder, "tsconfig.json"),
    compilerOptions: {
      target: "es2018",
      module: "esnext",
      moduleResolution: "bundler",
      rewriteRelativeImportExtensions: true,
      emitDeclarationOnly: false,
      composite: false,
      incremental: false,
      tsBuildInfoFile: null,
      // Looked for beside this file otherwise, where nothing is installed.
      typeRoots: [join(repoRoot, "node_modules", "@types")],
      outDir: directory,
    },
    include: [join(folder, "src")],
    exclude: [join(folder, "src/**/*.test.ts"), join(folder, "src/**/testing")],
  };
  writeFileSync(config, JSON.stringify(text));
  const tsc = join(repoRoot, "node_modules", ".bin", "tsc");
  const { status } = spawnSync(tsc, ["-p", config], { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error(`@callnext/${name} does not compile`);
}
