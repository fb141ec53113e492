import { checkDashboard } from "./check-dashboard.ts";
import { checkDockerfile } from "./check-dockerfile.ts";
import { checkKubernetes } from "./check-kubernetes.ts";
import { checkReferences } from "./check-references.ts";
import { checkVariables } from "./check-variables.ts";
import { type DeployFile, deployFiles } from "./deploy-files.ts";
import { knownVariables } from "./known-variables.ts";
import { parseYaml } from "./parse-yaml.ts";

/** What is wrong with the files by which the server is run for real, as far as reading them tells. */
export function checkDeploy(root: string): readonly string[] {
  const files = deployFiles(root);
  const unreadable = files.flatMap(yamlProblem);
  if (unreadable.length > 0) return unreadable;
  return [
    ...checkVariables(files, knownVariables(root)),
    ...checkDockerfile(root),
    ...checkReferences(root, files),
    ...checkKubernetes(files),
    ...checkDashboard(root),
  ];
}

function yamlProblem({ name, text }: DeployFile): readonly string[] {
  if (!name.endsWith(".yaml")) return [];
  try {
    parseYaml(text);
    return [];
  } catch (error) {
    return [`${name}: ${String(error)}`];
  }
}
