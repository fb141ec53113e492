import type { DeployFile } from "./deploy-files.ts";
import { parseYaml } from "./parse-yaml.ts";
import { at, everyTree, isTree } from "./tree.ts";

/** A name like these is a variable of the server's wherever it stands. */
const OURS = /\b(?:CALLNEXT|DATABASE_OWNER|NEXT_PUBLIC)_[A-Z_]+\b|\b(?:DATABASE|REDIS)_URL(?:_FILE)?\b/g;

/** Variables that are set for the server, or named, and that it does not know. */
export function checkVariables(files: readonly DeployFile[], known: ReadonlySet<string>): readonly string[] {
  return files.flatMap(({ name, text }) => {
    const named = [...text.matchAll(OURS)].map(([variable]) => variable);
    const unknown = [...new Set([...named, ...variablesSet(name, text)])].filter(
      (variable) => !known.has(variable),
    );
    return unknown.map((variable) => `${name}: the server knows no variable ${variable}`);
  });
}

/** Whatever its name, what is set for our own program. */
function variablesSet(name: string, text: string): readonly string[] {
  if (name.endsWith(".service"))
    return [...text.matchAll(/^Environment="?([^=\s"]+)=/gm)].map(([, variable = ""]) => variable);
  if (name === "Dockerfile")
    return [...text.matchAll(/^ENV ((?:.*\\\n)*.*)$/gm)].flatMap(([, lines = ""]) =>
      [...lines.matchAll(/([A-Za-z_]+)=/g)].map(([, variable = ""]) => variable),
    );
  if (!name.endsWith(".yaml")) return [];
  return parseYaml(text).flatMap((document) =>
    [...everyTree(document)].filter(isOurContainer).flatMap(variablesOf),
  );
}

const isOurContainer = (tree: object): boolean => /^callnext(?::|$)/.test(String(at(tree, "image")));

/** Compose has a mapping, Kubernetes a list. */
function variablesOf(container: object): readonly string[] {
  const mapping = at(container, "environment");
  const list = at(container, "env");
  const names = Array.isArray(list) ? list.map((each) => String(at(each, "name"))) : [];
  return [...(isTree(mapping) ? Object.keys(mapping) : []), ...names];
}
