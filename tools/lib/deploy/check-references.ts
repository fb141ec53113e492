import { existsSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import type { DeployFile } from "./deploy-files.ts";
import { parseYaml } from "./parse-yaml.ts";
import { at, everyTree } from "./tree.ts";

/** Files, versions and addresses that the files name and that must be there. */
export function checkReferences(root: string, files: readonly DeployFile[]): readonly string[] {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  const served = readFileSync(join(root, "packages/server/src/http/routes/server/health.ts"), "utf8");
  return files.flatMap(({ name, text }) => {
    const missing = [...pathsIn(name, text)].filter((path) => !existsSync(join(root, path)));
    const probes = [...text.matchAll(/\/(?:healthz|readyz|livez|health|ready)\b/g)].map(([path]) => path);
    const unserved = [...new Set(probes)].filter((path) => !served.includes(`url: "${path}"`));
    const tags = [...text.matchAll(/\bcallnext:(\d[\w.-]*)|newTag: (\S+)/g)].map(([, a, b]) => a ?? b);
    const floating = [...text.matchAll(/^\s*image: (\S+)$/gm)]
      .map(([, image = ""]) => image)
      .filter((image) => image !== "callnext" && !/:\d+\.\d+/.test(image));
    return [
      ...missing.map((path) => `${name}: there is no ${path}`),
      ...unserved.map((path) => `${name}: the server has no ${path}`),
      ...tags
        .filter((tag) => tag !== version)
        .map((tag) => `${name}: this is version ${version}, not ${tag}`),
      ...floating.map((image) => `${name}: ${image} has no exact version`),
    ];
  });
}

/** From the root. */
function* pathsIn(name: string, text: string): Generator<string> {
  const folder = dirname(name);
  const own = /(?:apps|packages)\/[\w./-]+\.ts\b/g;
  for (const [path] of text.matchAll(own)) yield path;
  if (!name.endsWith(".yaml")) return;
  for (const document of parseYaml(text))
    for (const tree of everyTree(document)) {
      for (const key of ["resources", "volumes"]) {
        const list = at(tree, key);
        if (!Array.isArray(list)) continue;
        for (const each of list as readonly unknown[]) {
          const source = typeof each === "string" ? (each.split(":")[0] ?? "") : "";
          if (/^\.|\.yaml$/.test(source)) yield posix.join(folder, source);
        }
      }
    }
}
