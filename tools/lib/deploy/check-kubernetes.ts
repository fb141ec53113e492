import type { DeployFile } from "./deploy-files.ts";
import { parseYaml } from "./parse-yaml.ts";
import { at, everyTree } from "./tree.ts";

/** Whether the manifests find one another: labels, ports, services, secrets. */
export function checkKubernetes(files: readonly DeployFile[]): readonly string[] {
  const objects = files
    .filter(({ name }) => name.startsWith("deploy/kubernetes/"))
    .flatMap(({ text }) => parseYaml(text));
  const ofKind = (kind: string): readonly unknown[] =>
    objects.filter((object) => at(object, "kind") === kind);
  const pods = ofKind("Deployment").map((object) => at(object, "spec", "template"));
  const labels = new Set(pods.map((pod) => JSON.stringify(at(pod, "metadata", "labels"))));
  const selectors = [
    ...ofKind("Deployment").map((object) => at(object, "spec", "selector", "matchLabels")),
    ...ofKind("Service").map((object) => at(object, "spec", "selector")),
    ...ofKind("PodDisruptionBudget").map((object) => at(object, "spec", "selector", "matchLabels")),
  ];
  const ports = names([...everyTree(pods)].filter((tree) => "containerPort" in tree));
  const services = names(ofKind("Service").map((object) => at(object, "metadata")));
  const secrets = ofKind("Secret").map((object) => [
    at(object, "metadata", "name"),
    Object.keys(at(object, "stringData") ?? {}),
  ]);
  const keys = new Set(
    secrets.flatMap(([name, held]) => (held as readonly string[]).map((key) => `${String(name)}/${key}`)),
  );
  const trees = [...everyTree(objects)];
  return [
    ...selectors
      .filter((selector) => !labels.has(JSON.stringify(selector)))
      .map((selector) => `kubernetes: nothing has the labels ${JSON.stringify(selector)}`),
    ...unknown(trees, ["targetPort"], ports),
    ...unknown(trees, ["httpGet", "port"], ports),
    ...unknown(trees, ["backend", "service", "name"], services),
    ...trees
      .map((tree) => at(tree, "secretKeyRef"))
      .filter((wanted) => wanted !== undefined)
      .map((wanted) => `${String(at(wanted, "name"))}/${String(at(wanted, "key"))}`)
      .filter((wanted) => !keys.has(wanted))
      .map((wanted) => `kubernetes: the secret's example lacks ${wanted}`),
  ];
}

const names = (trees: readonly unknown[]): ReadonlySet<unknown> =>
  new Set(trees.map((tree) => at(tree, "name")));

function unknown(
  trees: readonly unknown[],
  path: readonly string[],
  known: ReadonlySet<unknown>,
): readonly string[] {
  return trees
    .map((tree) => at(tree, ...path))
    .filter((value) => value !== undefined && !known.has(value))
    .map((value) => `kubernetes: ${path.join(".")} names ${String(value)}, which is not there`);
}
