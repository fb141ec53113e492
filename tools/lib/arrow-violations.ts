import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join, posix } from "node:path";
import { arrowRules } from "./arrow-rules.ts";
import type { ArrowRule } from "./arrow-rules.ts";
import { importsOf } from "./imports-of.ts";
import type { ImportReference } from "./imports-of.ts";
import { declares, readManifest } from "./manifests.ts";
import type { Manifest } from "./manifests.ts";
import { sourceFiles } from "./source-files.ts";

interface Importer {
  folder: string;
  file: string;
  rule: ArrowRule;
  own: Manifest;
  root: Manifest;
  workspace: ReadonlyMap<string, Manifest>;
  /** Tests, helpers of tests and configuration never ship: they may use development packages. */
  development: boolean;
}

/** Each import that points against the arrows, as `file:line reason`. */
export function arrowViolations(root: string): string[] {
  const folders = Object.keys(arrowRules);
  const manifests = new Map(folders.map((folder) => [folder, readManifest(root, folder)]));
  const workspace = new Map([...manifests.values()].map((manifest) => [manifest.name ?? "", manifest]));
  return sourceFiles(root, [".ts", ".tsx", ".mjs"]).flatMap((file) => {
    const folder = folders.filter((each) => each !== "").find((each) => file.startsWith(`${each}/`)) ?? "";
    if (folder === "" && /^(packages|apps)\//.test(file))
      return [`${file} belongs to no package of arrow-rules.ts`];
    const rule = arrowRules[folder];
    if (rule === undefined) throw new Error(`no arrow rule for "${folder}"`);
    const own = manifests.get(folder) ?? {};
    const development = folder === "" || isDevelopmentFile(file);
    const importer: Importer = {
      folder,
      file,
      rule,
      own,
      root: manifests.get("") ?? {},
      workspace,
      development,
    };
    return importsOf(readFileSync(join(root, file), "utf8")).flatMap((reference) => {
      const reason = violation(importer, reference);
      return reason === undefined ? [] : [`${file}:${String(reference.line)} ${reason}`];
    });
  });
}

function isDevelopmentFile(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.includes("/src/testing/") || !file.includes("/src/");
}

function violation(importer: Importer, reference: ImportReference): string | undefined {
  const { specifier } = reference;
  if (specifier.startsWith(".")) return pathViolation(importer, specifier);
  if (isBuiltin(specifier)) {
    return importer.rule.node || importer.development
      ? undefined
      : `must not import ${specifier}: no Node here`;
  }
  const name = packageName(specifier);
  const target = importer.workspace.get(name);
  return target === undefined
    ? otherViolation(importer, reference, name)
    : workspaceViolation(importer, reference, name, target);
}

function pathViolation({ folder, file, development }: Importer, specifier: string): string | undefined {
  const target = posix.normalize(posix.join(dirname(file), specifier));
  const inside = folder === "" ? !/^(packages|apps)\//.test(target) : target.startsWith(`${folder}/`);
  if (!inside || target.startsWith("..")) return `reaches into another package by path: ${specifier}`;
  const isTest = /\.test\.tsx?$/.test(target) || target.includes("/src/testing/");
  return isTest && !development ? `must not import a test's code: ${specifier}` : undefined;
}

function workspaceViolation(
  { folder, rule, own, development }: Importer,
  { specifier, typeOnly }: ImportReference,
  name: string,
  target: Manifest,
): string | undefined {
  if (own.name === name) return `imports its own package by name: ${specifier}`;
  const arrow = (development ? rule.tests?.[name] : undefined) ?? rule.workspace[name];
  if (arrow === undefined) return `must not import ${name}`;
  if (arrow === "type" && !typeOnly) return `may only \`import type\` from ${name}`;
  const path = `.${specifier.slice(name.length)}`;
  if (!Object.hasOwn(target.exports ?? {}, path)) return `reaches into another package: ${specifier}`;
  const declared = folder === "" || declares(own, name, development || typeOnly);
  return declared ? undefined : `${name} is not declared in ${folder}/package.json`;
}

function otherViolation(
  { folder, rule, own, root, development }: Importer,
  { specifier, typeOnly }: ImportReference,
  name: string,
): string | undefined {
  if (development && (declares(root, name, true) || declares(own, name, true))) return undefined;
  if (development) return `${name} is declared neither in ${join(folder, "package.json")} nor in the root's`;
  if (rule.others !== "declared" && !rule.others.includes(name)) return `must not import ${specifier}`;
  // A peer dependency is declared for types through @types/NAME too.
  if (declares(own, name, typeOnly)) return undefined;
  return `${name} is not declared in ${folder === "" ? "" : `${folder}/`}package.json`;
}

function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
