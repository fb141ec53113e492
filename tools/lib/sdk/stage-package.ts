import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { repoRoot } from "../repo-root.ts";
import { carriedModule, carryTypes } from "./carried-types.ts";
import { compilePackage } from "./compile-package.ts";
import { copyModules } from "./copy-modules.ts";
import { publishedManifest } from "./published-manifest.ts";
import type { SourceManifest } from "./published-manifest.ts";

/** Only the client carries the types; whoever builds on it takes them from there, so that they are the same ones. */
const carrier = "client";

/** Lays out in `staging` what the tarball of a workspace package holds. `scratch` is for what is thrown away. */
export function stagePackage(name: string, scratch: string, staging: string): void {
  const source = join(repoRoot, "packages", name);
  const own = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as SourceManifest;
  const compiled = join(scratch, name);
  const dist = join(staging, "dist");
  mkdirSync(dist, { recursive: true });
  compilePackage(name, compiled);

  const rename = (specifier: string, file: string): string => {
    if (specifier !== "@callnext/protocol") return specifier;
    if (name !== carrier) return `@callnext/${carrier}/${carriedModule}`;
    return `${posix.relative(posix.dirname(file), ".") || "."}/${carriedModule}.js`;
  };
  const imported = [
    ...copyModules({ from: compiled, entry: "index.js", to: dist }),
    ...copyModules({ from: compiled, entry: "index.d.ts", to: dist, rename }),
  ];
  const installed = { ...own.dependencies, ...own.peerDependencies };
  const foreign = imported.filter((each) => !Object.hasOwn(installed, each));
  if (foreign.length > 0) throw new Error(`${own.name} would need ${foreign.join(", ")}`);

  if (name === carrier) carryTypes(scratch, dist);
  const manifest = publishedManifest(own, name === carrier ? ["index", carriedModule] : ["index"]);
  writeFileSync(join(staging, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(source, "README.md"), join(staging, "README.md"));
  copyFileSync(join(repoRoot, "LICENSE"), join(staging, "LICENSE"));
}
